-- The shipping room's own schema. No other room reads or writes these tables.

CREATE TABLE shipping.shipment (
    id               uuid        PRIMARY KEY,
    number           text        NOT NULL,                   -- SH-20261122-001
    customer_id      uuid        NOT NULL REFERENCES factory.partner,
    status           text        NOT NULL DEFAULT 'PACKED' CHECK (status IN ('PACKED', 'SHIPPED', 'DELIVERED', 'CANCELLED')),
    delivery_address text,
    carrier          text,
    tracking         text,
    shipped_at       timestamptz,
    shipped_by       uuid,                                   -- account
    delivered_at     timestamptz,                            -- when the customer took it
    signed_by        text,
    proof_file_id    uuid,
    proven_at        timestamptz,                            -- when the proof came in
    version          integer     NOT NULL DEFAULT 0,
    CONSTRAINT shipped_shipments_know_when CHECK (status IN ('PACKED', 'CANCELLED') OR shipped_at IS NOT NULL),
    CONSTRAINT delivered_shipments_know_who CHECK (status <> 'DELIVERED'
                                                   OR (delivered_at IS NOT NULL AND signed_by IS NOT NULL))
);
SELECT platform.guard('shipping', 'shipment');
SELECT platform.guard_partner('shipping', 'shipment', 'customer_id');
CREATE UNIQUE INDEX shipment_number ON shipping.shipment (organisation_id, number);
CREATE INDEX shipment_open ON shipping.shipment (status) WHERE status IN ('PACKED', 'SHIPPED');

CREATE TABLE shipping.package (
    id          uuid        PRIMARY KEY,
    number      text        NOT NULL,                        -- PK-20261122-001, on the label
    customer_id uuid        NOT NULL REFERENCES factory.partner,
    shipment_id uuid        REFERENCES shipping.shipment,
    status      text        NOT NULL DEFAULT 'PACKED' CHECK (status IN ('PACKED', 'SHIPPED', 'CANCELLED')),
    packed_at   timestamptz NOT NULL,
    packed_by   uuid,                                        -- account
    note        text,
    version     integer     NOT NULL DEFAULT 0
);
SELECT platform.guard('shipping', 'package');
SELECT platform.guard_partner('shipping', 'package', 'customer_id');
CREATE UNIQUE INDEX package_number ON shipping.package (organisation_id, number);
CREATE INDEX package_shipment ON shipping.package (shipment_id);

CREATE TABLE shipping.package_line (
    id            uuid           PRIMARY KEY,
    package_id    uuid           NOT NULL REFERENCES shipping.package,
    order_line_id uuid           NOT NULL REFERENCES sales.sales_order_line,
    item_id       uuid           NOT NULL REFERENCES factory.item,
    lot_id        uuid           REFERENCES stock.lot,
    location_id   uuid           NOT NULL REFERENCES stock.location,
    quantity      numeric(18, 6) NOT NULL CHECK (quantity > 0),
    unit          text           NOT NULL,
    version       integer        NOT NULL DEFAULT 0
);
SELECT platform.guard('shipping', 'package_line');
SELECT platform.guard_partner('shipping', 'package_line', 'package_id', 'shipping.package');
CREATE INDEX package_line_package ON shipping.package_line (package_id);
CREATE INDEX package_line_order_line ON shipping.package_line (order_line_id);

-- What left the house for an order line, by lot; filled when the shipment leaves.
CREATE TABLE shipping.shipment_line (
    id            uuid           PRIMARY KEY,
    shipment_id   uuid           NOT NULL REFERENCES shipping.shipment,
    order_line_id uuid           NOT NULL REFERENCES sales.sales_order_line,
    item_id       uuid           NOT NULL REFERENCES factory.item,
    lot_id        uuid           REFERENCES stock.lot,
    quantity      numeric(18, 6) NOT NULL CHECK (quantity > 0),
    unit          text           NOT NULL,
    delivered     numeric(18, 6) NOT NULL DEFAULT 0 CHECK (delivered >= 0),
    version       integer        NOT NULL DEFAULT 0,
    CONSTRAINT not_more_is_delivered_than_shipped CHECK (delivered <= quantity)
);
SELECT platform.guard('shipping', 'shipment_line');
SELECT platform.guard_partner('shipping', 'shipment_line', 'shipment_id', 'shipping.shipment');
CREATE INDEX shipment_line_shipment ON shipping.shipment_line (shipment_id);
CREATE INDEX shipment_line_order_line ON shipping.shipment_line (order_line_id);

-- How many days before the requested date goods may leave; no row: whenever they are ready.
CREATE TABLE shipping.delivery_window (
    id          uuid    PRIMARY KEY,
    customer_id uuid    REFERENCES factory.partner,          -- null: every customer without a row of his own
    days_early  integer NOT NULL CHECK (days_early >= 0),
    version     integer NOT NULL DEFAULT 0
);
SELECT platform.guard('shipping', 'delivery_window');
CREATE UNIQUE INDEX delivery_window_customer
    ON shipping.delivery_window (organisation_id, customer_id) NULLS NOT DISTINCT;
