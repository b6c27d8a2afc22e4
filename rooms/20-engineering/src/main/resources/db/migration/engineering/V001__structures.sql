-- Room 20, engineering: bills of material, routings, drawings. No other room reads or writes these tables.

CREATE TABLE engineering.bom (
    id            uuid           PRIMARY KEY,
    item_id       uuid           NOT NULL REFERENCES factory.item,
    revision      text           NOT NULL DEFAULT 'A',
    status        text           NOT NULL DEFAULT 'DRAFT' CHECK (status IN ('DRAFT', 'RELEASED', 'OBSOLETE')),
    base_quantity numeric(18, 6) NOT NULL DEFAULT 1 CHECK (base_quantity > 0),  -- the lines are for so many of the item
    valid_from    date,                                       -- first day
    valid_to      date,                                       -- first day no longer valid
    released_at   timestamptz,
    released_by   text,
    note          text,
    version       integer        NOT NULL DEFAULT 0,
    CONSTRAINT bom_ends_after_it_begins CHECK (valid_from < valid_to)
);
SELECT platform.guard('engineering', 'bom');
CREATE UNIQUE INDEX bom_revision ON engineering.bom (organisation_id, item_id, revision);

CREATE TABLE engineering.bom_line (
    id                 uuid           PRIMARY KEY,
    bom_id             uuid           NOT NULL REFERENCES engineering.bom ON DELETE CASCADE,
    position           integer        NOT NULL,
    component_id       uuid           NOT NULL REFERENCES factory.item,
    quantity_per       numeric(18, 6) NOT NULL CHECK (quantity_per > 0),
    unit               text           NOT NULL,               -- any unit the component can be converted from
    scrap_rate         numeric(9, 6)  NOT NULL DEFAULT 0 CHECK (scrap_rate >= 0 AND scrap_rate < 1),
    scrap_convention   text           NOT NULL DEFAULT 'ON_TOP' CHECK (scrap_convention IN ('ON_TOP', 'YIELD')),
    fixed_loss         numeric(18, 6) NOT NULL DEFAULT 0 CHECK (fixed_loss >= 0),  -- once per order, same unit
    valid_from         date,
    valid_to           date,
    operation_sequence integer,                               -- null: needed by the first operation
    alternate_group    text,
    alternate_priority integer        NOT NULL DEFAULT 1 CHECK (alternate_priority > 0),
    note               text,
    external_key       text,                                  -- where it came from, e.g. another system's number
    version            integer        NOT NULL DEFAULT 0,
    CONSTRAINT bom_line_ends_after_it_begins CHECK (valid_from <= valid_to)
);
SELECT platform.guard('engineering', 'bom_line');
CREATE INDEX bom_line_bom ON engineering.bom_line (bom_id, position);
-- Where-used.
CREATE INDEX bom_line_component ON engineering.bom_line (component_id);

CREATE TABLE engineering.routing (
    id          uuid        PRIMARY KEY,
    item_id     uuid        NOT NULL REFERENCES factory.item,
    revision    text        NOT NULL DEFAULT 'A',
    status      text        NOT NULL DEFAULT 'DRAFT' CHECK (status IN ('DRAFT', 'RELEASED', 'OBSOLETE')),
    released_at timestamptz,
    released_by text,
    note        text,
    version     integer     NOT NULL DEFAULT 0
);
SELECT platform.guard('engineering', 'routing');
CREATE UNIQUE INDEX routing_revision ON engineering.routing (organisation_id, item_id, revision);
-- One way to make it is valid at a time.
CREATE UNIQUE INDEX routing_released ON engineering.routing (organisation_id, item_id) WHERE status = 'RELEASED';

CREATE TABLE engineering.routing_operation (
    id                     uuid           PRIMARY KEY,
    routing_id             uuid           NOT NULL REFERENCES engineering.routing ON DELETE CASCADE,
    sequence               integer        NOT NULL CHECK (sequence > 0),   -- 10, 20, 30 …
    name                   text           NOT NULL,
    work_centre_id         uuid           NOT NULL REFERENCES factory.work_centre,
    machine_id             uuid           REFERENCES factory.machine,      -- null: any of the work centre
    setup_minutes          numeric(18, 6) NOT NULL DEFAULT 0 CHECK (setup_minutes >= 0),
    run_minutes            numeric(18, 6) NOT NULL DEFAULT 0 CHECK (run_minutes >= 0),   -- per base unit
    subcontract            boolean        NOT NULL DEFAULT false,
    supplier_id            uuid           REFERENCES factory.partner,
    subcontract_days       integer        NOT NULL DEFAULT 0 CHECK (subcontract_days >= 0),
    inspection             boolean        NOT NULL DEFAULT false,
    next_transfer_quantity numeric(18, 6) CHECK (next_transfer_quantity > 0),            -- null: the whole lot
    setup_family           text,
    instruction            text,
    version                integer        NOT NULL DEFAULT 0,
    CONSTRAINT takes_time CHECK (setup_minutes + run_minutes > 0 OR subcontract_days > 0)
);
SELECT platform.guard('engineering', 'routing_operation');
CREATE UNIQUE INDEX routing_operation_sequence ON engineering.routing_operation (routing_id, sequence);

CREATE TABLE engineering.drawing (
    id           uuid        PRIMARY KEY,
    item_id      uuid        NOT NULL REFERENCES factory.item,
    number       text        NOT NULL,
    revision     text        NOT NULL DEFAULT 'A',
    file_id      uuid,
    status       text        NOT NULL DEFAULT 'DRAFT' CHECK (status IN ('DRAFT', 'CONFIRMED', 'OBSOLETE')),
    confirmed_by text,
    confirmed_by_id uuid,
    confirmed_at timestamptz,
    note         text,
    version      integer     NOT NULL DEFAULT 0,
    CONSTRAINT confirmed_drawings_know_when CHECK (status <> 'CONFIRMED' OR confirmed_at IS NOT NULL)
);
SELECT platform.guard('engineering', 'drawing');
CREATE UNIQUE INDEX drawing_revision ON engineering.drawing (organisation_id, item_id, number, revision);

-- What an order line was released with. Bill and routing are kept as they were, so that no later change reaches them.
CREATE TABLE engineering.line_structure (
    id            uuid        PRIMARY KEY,
    order_line_id uuid        NOT NULL REFERENCES sales.sales_order_line,
    item_id       uuid        NOT NULL REFERENCES factory.item,
    bom_id        uuid        REFERENCES engineering.bom,
    routing_id    uuid        REFERENCES engineering.routing,
    revision      text        NOT NULL,
    content       jsonb       NOT NULL,
    frozen_at     timestamptz NOT NULL,
    version       integer     NOT NULL DEFAULT 0,
    UNIQUE (order_line_id, item_id)
);
SELECT platform.guard('engineering', 'line_structure');
