-- A lower price from a quantity on, in unit and currency of the supplier's terms.
CREATE TABLE purchasing.price_break (
    id             uuid           PRIMARY KEY,
    vendor_item_id uuid           NOT NULL REFERENCES purchasing.vendor_item ON DELETE CASCADE,
    from_quantity  numeric(18, 6) NOT NULL CHECK (from_quantity > 0),
    price          numeric(18, 6) NOT NULL CHECK (price >= 0),
    version        integer        NOT NULL DEFAULT 0,
    UNIQUE (vendor_item_id, from_quantity)
);
SELECT platform.guard('purchasing', 'price_break');
SELECT platform.guard_partner('purchasing', 'price_break', 'vendor_item_id', 'purchasing.vendor_item');
