-- Purchasing's own schema. No other room reads or writes these tables.

-- On which terms an item is bought from a supplier.
CREATE TABLE purchasing.vendor_item (
    id              uuid           PRIMARY KEY,
    supplier_id     uuid           NOT NULL REFERENCES factory.partner,
    item_id         uuid           NOT NULL REFERENCES factory.item,
    supplier_number text,                                             -- the supplier's own number of the item
    lead_time_days  integer        CHECK (lead_time_days >= 0),       -- calendar days from order to receipt; null: the item's
    price           numeric(18, 6) CHECK (price >= 0),                -- net, per unit below; null: unknown
    currency        text           NOT NULL DEFAULT 'CNY',
    unit            text           NOT NULL,                          -- in which it is ordered
    minimum         numeric(18, 6) CHECK (minimum >= 0),              -- least of one order, in the unit above
    maximum         numeric(18, 6) CHECK (maximum > 0),
    multiple        numeric(18, 6) CHECK (multiple >= 0),
    priority        integer        NOT NULL DEFAULT 1,                -- 1 is asked first
    last_price      numeric(18, 6),
    last_receipt    date,
    active          boolean        NOT NULL DEFAULT true,
    external_id     text,
    version         integer        NOT NULL DEFAULT 0,
    UNIQUE (supplier_id, item_id)
);
CREATE INDEX vendor_item_item ON purchasing.vendor_item (item_id, priority);
SELECT platform.guard('purchasing', 'vendor_item');
SELECT platform.guard_partner('purchasing', 'vendor_item', 'supplier_id');

CREATE TABLE purchasing.purchase_order (
    id           uuid           PRIMARY KEY,
    number       text           NOT NULL,                             -- PO-20261122-001
    supplier_id  uuid           NOT NULL REFERENCES factory.partner,
    status       text           NOT NULL CHECK (status IN ('DRAFT', 'ORDERED', 'CONFIRMED', 'PARTIAL', 'RECEIVED', 'CANCELLED', 'CLOSED')),
    buyer_id     uuid,                                                -- account; null: nobody took it
    currency     text           NOT NULL,
    total        numeric(18, 4) NOT NULL DEFAULT 0,                   -- net, of the lines that are not cancelled
    created_at   timestamptz    NOT NULL,
    ordered_at   timestamptz,
    remark       text,
    external_id  text,
    version      integer        NOT NULL DEFAULT 0,
    CONSTRAINT ordered_orders_know_when CHECK (status IN ('DRAFT', 'CANCELLED') OR ordered_at IS NOT NULL)
);
SELECT platform.guard('purchasing', 'purchase_order');
CREATE UNIQUE INDEX purchase_order_number ON purchasing.purchase_order (organisation_id, number);
CREATE INDEX purchase_order_open ON purchasing.purchase_order (supplier_id) WHERE status IN ('DRAFT', 'ORDERED', 'CONFIRMED', 'PARTIAL');
SELECT platform.guard_partner('purchasing', 'purchase_order', 'supplier_id');

CREATE TABLE purchasing.purchase_order_line (
    id             uuid           PRIMARY KEY,
    order_id       uuid           NOT NULL REFERENCES purchasing.purchase_order ON DELETE CASCADE,
    position       integer        NOT NULL,
    number         text           NOT NULL,                           -- PO-20261122-001/2
    item_id        uuid           NOT NULL REFERENCES factory.item,
    quantity       numeric(18, 6) NOT NULL CHECK (quantity >= 0),     -- in the unit of the supplier
    unit           text           NOT NULL,
    base_quantity  numeric(18, 6) NOT NULL CHECK (base_quantity >= 0),-- the same in the item's base unit
    base_unit      text           NOT NULL,
    received       numeric(18, 6) NOT NULL DEFAULT 0 CHECK (received >= 0), -- base unit
    rejected       numeric(18, 6) NOT NULL DEFAULT 0 CHECK (rejected >= 0), -- base unit
    price          numeric(18, 6) NOT NULL CHECK (price >= 0),        -- net, per unit
    amount         numeric(18, 4) NOT NULL GENERATED ALWAYS AS (round(quantity * price, 2)) STORED,
    due            date           NOT NULL,                           -- wanted
    confirmed_date date,                                              -- by the supplier
    status         text           NOT NULL CHECK (status IN ('OPEN', 'PARTIAL', 'RECEIVED', 'CANCELLED', 'CLOSED')),
    order_line_id  uuid,                                              -- the order line that needs most of it
    reminded_at    timestamptz,                                       -- the supplier was last asked about it
    reminded_by    text,
    external_id    text,
    version        integer        NOT NULL DEFAULT 0,
    UNIQUE (order_id, position)
);
CREATE INDEX purchase_order_line_open ON purchasing.purchase_order_line (item_id) WHERE status IN ('OPEN', 'PARTIAL');
CREATE INDEX purchase_order_line_peg ON purchasing.purchase_order_line (order_line_id) WHERE order_line_id IS NOT NULL;
SELECT platform.guard('purchasing', 'purchase_order_line');
SELECT platform.guard_partner('purchasing', 'purchase_order_line', 'order_id', 'purchasing.purchase_order');

-- What the supplier said about a line, from his own page. Append only; the last one counts.
CREATE TABLE purchasing.supplier_answer (
    id         uuid           PRIMARY KEY,
    po_line_id uuid           NOT NULL REFERENCES purchasing.purchase_order_line ON DELETE CASCADE,
    date       date           NOT NULL,                               -- when it comes
    quantity   numeric(18, 6) CHECK (quantity > 0),                   -- how much of it, unit of the line; null: all
    unit       text,
    remark     text,
    said_by    text           NOT NULL,
    at         timestamptz    NOT NULL
);
CREATE INDEX supplier_answer_line ON purchasing.supplier_answer (po_line_id, at);
SELECT platform.fence('purchasing', 'supplier_answer');
SELECT platform.guard_partner('purchasing', 'supplier_answer', 'po_line_id', 'purchasing.purchase_order_line');

-- What came in. Append only.
CREATE TABLE purchasing.goods_receipt (
    id            uuid           PRIMARY KEY,
    number        text           NOT NULL,                            -- GR-20261122-001
    po_line_id    uuid           NOT NULL REFERENCES purchasing.purchase_order_line,
    item_id       uuid           NOT NULL REFERENCES factory.item,
    quantity      numeric(18, 6) NOT NULL CHECK (quantity > 0),       -- base unit
    unit          text           NOT NULL,
    lot_id        uuid,
    lot_number    text,
    supplier_lot  text,
    location_id   uuid           NOT NULL,
    to_inspect    boolean        NOT NULL,
    order_line_id uuid,                                               -- for whom most of it is reserved
    received_by   text           NOT NULL,
    at            timestamptz    NOT NULL,
    key           text,                                               -- a repeated command with this key is not done twice
    version       integer        NOT NULL DEFAULT 0
);
CREATE INDEX goods_receipt_line ON purchasing.goods_receipt (po_line_id);
SELECT platform.guard('purchasing', 'goods_receipt');
CREATE UNIQUE INDEX goods_receipt_key ON purchasing.goods_receipt (organisation_id, key) WHERE key IS NOT NULL;
