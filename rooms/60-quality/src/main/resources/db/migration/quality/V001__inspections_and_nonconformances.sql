-- The quality room's own schema. No other room reads or writes these tables.

-- What is measured or looked at on an item.
CREATE TABLE quality.inspection_characteristic (
    id        uuid           PRIMARY KEY,
    item_id   uuid           NOT NULL REFERENCES factory.item,
    position  integer        NOT NULL DEFAULT 10,
    name      text           NOT NULL,                       -- 折弯角
    kind      text           NOT NULL DEFAULT 'MEASURED' CHECK (kind IN ('MEASURED', 'VISUAL')),
    nominal   numeric(18, 6),
    lower     numeric(18, 6),                                -- smallest value that passes
    upper     numeric(18, 6),                                -- largest value that passes
    unit      text,                                          -- mm, °, as on the drawing
    tool      text,
    severity  text           NOT NULL DEFAULT 'MAJOR' CHECK (severity IN ('CRITICAL', 'MAJOR', 'MINOR')),
    active    boolean        NOT NULL DEFAULT true,
    version   integer        NOT NULL DEFAULT 0,
    CONSTRAINT limits_are_in_order CHECK (lower <= upper),
    CONSTRAINT a_measured_value_has_a_limit CHECK (kind = 'VISUAL' OR lower IS NOT NULL OR upper IS NOT NULL)
);
SELECT platform.guard('quality', 'inspection_characteristic');
CREATE UNIQUE INDEX inspection_characteristic_name
    ON quality.inspection_characteristic (organisation_id, item_id, name);

CREATE TABLE quality.inspection (
    id            uuid           PRIMARY KEY,
    number        text           NOT NULL,                   -- IN-20261122-001
    kind          text           NOT NULL CHECK (kind IN ('INCOMING', 'FINAL', 'FIRST')),
    source_type   text           NOT NULL,                   -- GOODS_RECEIPT, WORK_ORDER
    source_id     uuid           NOT NULL,
    item_id       uuid           NOT NULL REFERENCES factory.item,
    lot_id        uuid           REFERENCES stock.lot,
    location_id   uuid           REFERENCES stock.location,
    quantity      numeric(18, 6) NOT NULL CHECK (quantity > 0),
    unit          text           NOT NULL,
    order_line_id uuid           REFERENCES sales.sales_order_line,
    status        text           NOT NULL DEFAULT 'OPEN'
                  CHECK (status IN ('OPEN', 'PASSED', 'FAILED', 'CONDITIONAL')),
    accepted      numeric(18, 6) NOT NULL DEFAULT 0 CHECK (accepted >= 0),
    rejected      numeric(18, 6) NOT NULL DEFAULT 0 CHECK (rejected >= 0),
    reason        text,
    requested_at  timestamptz    NOT NULL,
    due_at        timestamptz,
    inspector_id  uuid,                                      -- account that decided
    inspector     text,                                      -- as printed
    decided_at    timestamptz,
    version       integer        NOT NULL DEFAULT 0,
    CONSTRAINT decided_inspections_sum CHECK (status = 'OPEN' OR accepted + rejected = quantity),
    CONSTRAINT decided_inspections_know_when CHECK (status = 'OPEN' OR decided_at IS NOT NULL)
);
SELECT platform.guard('quality', 'inspection');
SELECT platform.guard_partner('quality', 'inspection', 'order_line_id', 'sales.sales_order_line');
CREATE UNIQUE INDEX inspection_number ON quality.inspection (organisation_id, number);
CREATE INDEX inspection_open ON quality.inspection (requested_at) WHERE status = 'OPEN';
CREATE INDEX inspection_line ON quality.inspection (order_line_id);
CREATE INDEX inspection_source ON quality.inspection (source_id);
CREATE INDEX inspection_lot ON quality.inspection (lot_id);

CREATE TABLE quality.measurement (
    id                uuid           PRIMARY KEY,
    inspection_id     uuid           NOT NULL REFERENCES quality.inspection,
    characteristic_id uuid           NOT NULL REFERENCES quality.inspection_characteristic,
    piece             integer        NOT NULL DEFAULT 1 CHECK (piece > 0),
    value             numeric(18, 6),                        -- null for a visual check
    passed            boolean        NOT NULL,               -- judged against the limits when written
    note              text
);
SELECT platform.guard('quality', 'measurement');
CREATE INDEX measurement_inspection ON quality.measurement (inspection_id);

CREATE TABLE quality.nonconformance (
    id             uuid           PRIMARY KEY,
    number         text           NOT NULL,                  -- NCR-20261122-001
    inspection_id  uuid           REFERENCES quality.inspection,
    item_id        uuid           NOT NULL REFERENCES factory.item,
    lot_id         uuid           REFERENCES stock.lot,
    location_id    uuid           REFERENCES stock.location,
    order_line_id  uuid           REFERENCES sales.sales_order_line,
    quantity       numeric(18, 6) NOT NULL CHECK (quantity > 0),
    unit           text           NOT NULL,
    reason         text           NOT NULL,
    disposition    text           NOT NULL DEFAULT 'OPEN'
                   CHECK (disposition IN ('OPEN', 'REWORK', 'SCRAP', 'CONCESSION')),
    decision_note  text,
    owner_id       uuid,                                     -- account that has to decide
    work_order_id  uuid           REFERENCES shopfloor.work_order, -- made for the rework
    raised_at      timestamptz    NOT NULL,
    decided_at     timestamptz,
    decided_by     uuid,
    version        integer        NOT NULL DEFAULT 0,
    CONSTRAINT decided_nonconformances_know_when CHECK (disposition = 'OPEN' OR decided_at IS NOT NULL)
);
SELECT platform.guard('quality', 'nonconformance');
SELECT platform.guard_partner('quality', 'nonconformance', 'order_line_id', 'sales.sales_order_line');
CREATE UNIQUE INDEX nonconformance_number ON quality.nonconformance (organisation_id, number);
CREATE INDEX nonconformance_open ON quality.nonconformance (raised_at) WHERE disposition = 'OPEN';
CREATE INDEX nonconformance_line ON quality.nonconformance (order_line_id);
