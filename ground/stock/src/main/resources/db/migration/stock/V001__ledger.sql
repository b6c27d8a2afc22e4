-- The stock ledger's own schema. No other module reads or writes these tables.
CREATE SCHEMA IF NOT EXISTS stock;

CREATE TABLE stock.location (
    id              uuid    PRIMARY KEY,
    organisation_id uuid    NOT NULL REFERENCES platform.organisation,
    code            text    NOT NULL CHECK (code <> ''),
    name            text    NOT NULL,
    site_id         uuid    REFERENCES factory.site,
    kind            text    NOT NULL DEFAULT 'STORE' CHECK (kind IN ('STORE', 'RECEIVING', 'INSPECTION', 'FLOOR', 'SHIPPING', 'SCRAP')),
    may_go_negative boolean NOT NULL DEFAULT false,     -- only where issues are booked before receipts
    active          boolean NOT NULL DEFAULT true,
    external_id     text,
    version         integer NOT NULL DEFAULT 0,
    UNIQUE (organisation_id, code)
);
CREATE UNIQUE INDEX location_external ON stock.location (organisation_id, external_id) WHERE external_id IS NOT NULL;

CREATE TABLE stock.lot (
    id              uuid        PRIMARY KEY,
    organisation_id uuid        NOT NULL REFERENCES platform.organisation,
    item_id         uuid        NOT NULL REFERENCES factory.item,
    number          text        NOT NULL CHECK (number <> ''),
    supplier_lot    text,
    received_at     timestamptz NOT NULL,               -- first in, first out goes by it
    expires_on      date,
    origin_type     text,                               -- record type: goods-receipt, work-order
    origin_id       uuid,
    version         integer     NOT NULL DEFAULT 0,
    UNIQUE (item_id, number)
);
CREATE INDEX lot_number ON stock.lot (organisation_id, number);

-- One fact. Never changed, never deleted.
CREATE TABLE stock.movement (
    id              uuid        PRIMARY KEY,
    organisation_id uuid        NOT NULL REFERENCES platform.organisation,
    number          bigint      GENERATED ALWAYS AS IDENTITY,       -- order of posting
    at              timestamptz NOT NULL,
    kind            text        NOT NULL CHECK (kind IN ('RECEIPT', 'ISSUE', 'RETURN', 'TRANSFER', 'STATUS', 'COMPLETION', 'SHIPMENT', 'ADJUSTMENT', 'OPENING')),
    reference_type  text,                                           -- the document behind it: work-order, goods-receipt
    reference_id    uuid,
    order_line_id   uuid,                                           -- for which it was done
    reason          text,
    key             text,                                           -- a repeated command has the same
    user_id         uuid,
    user_name       text        NOT NULL,
    origin          text        NOT NULL
);
CREATE UNIQUE INDEX movement_key ON stock.movement (organisation_id, key) WHERE key IS NOT NULL;
CREATE INDEX movement_reference ON stock.movement (reference_id);
CREATE INDEX movement_line ON stock.movement (order_line_id);

-- What the fact did to one balance. Never changed, never deleted.
CREATE TABLE stock.ledger_entry (
    id              uuid           PRIMARY KEY,
    organisation_id uuid           NOT NULL REFERENCES platform.organisation,
    number          bigint         GENERATED ALWAYS AS IDENTITY,
    movement_id     uuid           NOT NULL REFERENCES stock.movement,
    item_id         uuid           NOT NULL REFERENCES factory.item,
    lot_id          uuid           REFERENCES stock.lot,
    location_id     uuid           NOT NULL REFERENCES stock.location,
    status          text           NOT NULL CHECK (status IN ('AVAILABLE', 'TO_INSPECT', 'BLOCKED')),
    quantity        numeric(18, 6) NOT NULL CHECK (quantity <> 0),  -- positive came in, negative went out
    unit            text           NOT NULL                         -- the item's base unit
);
CREATE INDEX ledger_entry_item ON stock.ledger_entry (item_id, number);
CREATE INDEX ledger_entry_movement ON stock.ledger_entry (movement_id);
CREATE INDEX ledger_entry_lot ON stock.ledger_entry (lot_id) WHERE lot_id IS NOT NULL;

-- Sum of the ledger, kept in the same transaction; StockCheck derives it again and compares.
CREATE TABLE stock.balance (
    id              uuid           PRIMARY KEY,
    organisation_id uuid           NOT NULL REFERENCES platform.organisation,
    item_id         uuid           NOT NULL REFERENCES factory.item,
    lot_id          uuid           REFERENCES stock.lot,
    location_id     uuid           NOT NULL REFERENCES stock.location,
    status          text           NOT NULL CHECK (status IN ('AVAILABLE', 'TO_INSPECT', 'BLOCKED')),
    quantity        numeric(18, 6) NOT NULL DEFAULT 0,
    unit            text           NOT NULL,
    UNIQUE NULLS NOT DISTINCT (item_id, lot_id, location_id, status)
);
CREATE INDEX balance_location ON stock.balance (location_id) WHERE quantity <> 0;

-- The last line of defence behind the ledger's own rule.
CREATE FUNCTION stock.refuse_negative() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.quantity < 0 AND NOT (SELECT may_go_negative FROM stock.location WHERE id = NEW.location_id) THEN
        RAISE EXCEPTION 'The balance of item % at % would be %.', NEW.item_id, NEW.location_id, NEW.quantity
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER refuse_negative BEFORE INSERT OR UPDATE ON stock.balance
    FOR EACH ROW EXECUTE FUNCTION stock.refuse_negative();

-- Whoever moves or reserves an item holds its row until the end of the transaction.
CREATE TABLE stock.item_account (
    item_id         uuid PRIMARY KEY REFERENCES factory.item,
    id              uuid GENERATED ALWAYS AS (item_id) STORED,
    organisation_id uuid NOT NULL REFERENCES platform.organisation
);

CREATE TABLE stock.reservation (
    id              uuid           PRIMARY KEY,
    organisation_id uuid           NOT NULL REFERENCES platform.organisation,
    item_id         uuid           NOT NULL REFERENCES factory.item,
    lot_id          uuid           REFERENCES stock.lot,            -- null: any lot
    order_line_id   uuid,
    demand_type     text           NOT NULL,                        -- who will use it: work-order, sales-order-line
    demand_id       uuid           NOT NULL,
    quantity        numeric(18, 6) NOT NULL CHECK (quantity >= 0),
    consumed        numeric(18, 6) NOT NULL DEFAULT 0 CHECK (consumed >= 0),
    unit            text           NOT NULL,
    status          text           NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'CLOSED')),
    at              timestamptz    NOT NULL,
    version         integer        NOT NULL DEFAULT 0,
    CONSTRAINT not_more_than_reserved CHECK (consumed <= quantity)
);
CREATE INDEX reservation_open_item ON stock.reservation (item_id, at) WHERE status = 'OPEN';
CREATE INDEX reservation_open_line ON stock.reservation (order_line_id) WHERE status = 'OPEN';
CREATE INDEX reservation_demand ON stock.reservation (demand_id);

-- One place of every kind exists from the first start.
INSERT INTO stock.location (id, organisation_id, code, name, kind)
SELECT gen_random_uuid(), o.id, l.code, l.name, l.kind
  FROM platform.organisation o
 CROSS JOIN (VALUES
             ('STORE', '主仓库', 'STORE'),
             ('RECEIVING', '收货区', 'RECEIVING'),
             ('INSPECTION', '待检区', 'INSPECTION'),
             ('FLOOR', '线边仓', 'FLOOR'),
             ('SHIPPING', '发货区', 'SHIPPING'),
             ('SCRAP', '废品区', 'SCRAP')) AS l (code, name, kind);

SELECT platform.guard('stock', 'location');
SELECT platform.guard('stock', 'lot');
SELECT platform.guard('stock', 'movement');
SELECT platform.guard('stock', 'reservation');
-- A ledger entry is itself the history of a balance.
SELECT platform.guard_derived('stock', 'ledger_entry');
SELECT platform.guard_derived('stock', 'balance');
SELECT platform.fence('stock', 'item_account');

-- The ledger is append-only, for the application and for everybody else.
REVOKE UPDATE, DELETE, TRUNCATE ON stock.movement, stock.ledger_entry FROM throughline_app;

CREATE FUNCTION stock.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The stock ledger is append-only: % on %.', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON stock.movement
    FOR EACH STATEMENT EXECUTE FUNCTION stock.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON stock.ledger_entry
    FOR EACH STATEMENT EXECUTE FUNCTION stock.refuse_change();

-- Lists for people; they see what the one who asks may see.
CREATE VIEW stock.stock_balance WITH (security_invoker = true) AS
SELECT b.id, b.organisation_id, b.item_id, b.lot_id, l.number AS lot_number, l.received_at, l.expires_on,
       b.location_id, b.status, b.quantity, b.unit
  FROM stock.balance b
  LEFT JOIN stock.lot l ON l.id = b.lot_id
 WHERE b.quantity <> 0;

CREATE VIEW stock.stock_movement WITH (security_invoker = true) AS
SELECT e.id, e.organisation_id, e.number, m.at, m.kind, e.item_id, e.lot_id, l.number AS lot_number, e.location_id,
       e.status, e.quantity, e.unit, m.reference_type, m.reference_id, m.order_line_id, m.reason, m.user_name
  FROM stock.ledger_entry e
  JOIN stock.movement m ON m.id = e.movement_id
  LEFT JOIN stock.lot l ON l.id = e.lot_id;

CREATE VIEW stock.stock_reservation WITH (security_invoker = true) AS
SELECT r.id, r.organisation_id, r.item_id, r.lot_id, r.order_line_id, r.demand_type, r.demand_id, r.quantity,
       r.consumed, CASE WHEN r.status = 'OPEN' THEN r.quantity - r.consumed ELSE 0 END AS open_quantity, r.unit,
       r.status, r.at
  FROM stock.reservation r;

GRANT SELECT ON stock.stock_balance, stock.stock_movement, stock.stock_reservation TO throughline_app;
