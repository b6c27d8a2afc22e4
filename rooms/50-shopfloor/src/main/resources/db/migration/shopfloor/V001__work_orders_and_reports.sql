-- The shop floor's own schema. No other room reads or writes these tables.

CREATE TABLE shopfloor.work_order (
    id              uuid           PRIMARY KEY,
    number          text           NOT NULL,                 -- WO-20261122-001, read aloud on the floor; also the lot
    item_id         uuid           NOT NULL REFERENCES factory.item,
    quantity        numeric(18, 6) NOT NULL CHECK (quantity > 0),
    unit            text           NOT NULL,                 -- the item's base unit, UN/ECE Rec 20: C62, KGM
    status          text           NOT NULL DEFAULT 'PLANNED'
                    CHECK (status IN ('PLANNED', 'RELEASED', 'STARTED', 'COMPLETED', 'CLOSED', 'CANCELLED')),
    order_line_id   uuid           REFERENCES sales.sales_order_line, -- whom it is made for; null: for stock
    parent_id       uuid           REFERENCES shopfloor.work_order,   -- whose component it makes; null: the product itself
    start           date           NOT NULL,
    due             date           NOT NULL,
    bom_id          uuid,                                    -- frozen when made; null: nothing goes in
    routing_id      uuid,                                    -- frozen when made; null: the default operation
    revision        text,                                    -- of the item, frozen when made
    good            numeric(18, 6) NOT NULL DEFAULT 0 CHECK (good >= 0),     -- reported by the last operation
    scrap           numeric(18, 6) NOT NULL DEFAULT 0 CHECK (scrap >= 0),    -- at all operations
    received        numeric(18, 6) NOT NULL DEFAULT 0 CHECK (received >= 0), -- put into stock
    short_release   boolean        NOT NULL DEFAULT false,   -- released although material was short
    rework_of       uuid           REFERENCES shopfloor.work_order,   -- repairs pieces of this one
    remark          text,
    released_at     timestamptz,
    released_by     uuid,                                    -- account
    started_at      timestamptz,
    completed_at    timestamptz,
    closed_at       timestamptz,
    version         integer        NOT NULL DEFAULT 0,       -- optimistic lock
    CONSTRAINT released_orders_know_when CHECK (status IN ('PLANNED', 'CANCELLED') OR released_at IS NOT NULL),
    CONSTRAINT completed_orders_know_when CHECK (status NOT IN ('COMPLETED', 'CLOSED') OR completed_at IS NOT NULL),
    CONSTRAINT nothing_is_received_that_was_not_good CHECK (received <= good)
);
SELECT platform.guard('shopfloor', 'work_order');
SELECT platform.guard_partner('shopfloor', 'work_order', 'order_line_id', 'sales.sales_order_line');
CREATE UNIQUE INDEX work_order_number ON shopfloor.work_order (organisation_id, number);
-- Plans and dispatch lists ask for open orders only; finished ones are the bulk of the table.
CREATE INDEX work_order_open ON shopfloor.work_order (due, number) WHERE status IN ('PLANNED', 'RELEASED', 'STARTED');
CREATE INDEX work_order_line ON shopfloor.work_order (order_line_id);
CREATE INDEX work_order_parent ON shopfloor.work_order (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE shopfloor.work_order_material (
    id                 uuid           PRIMARY KEY,
    work_order_id      uuid           NOT NULL REFERENCES shopfloor.work_order,
    position           integer        NOT NULL,
    component_id       uuid           NOT NULL REFERENCES factory.item,
    per_unit           numeric(24, 12) NOT NULL CHECK (per_unit >= 0), -- for one product, scrap included
    fixed              numeric(18, 6) NOT NULL DEFAULT 0 CHECK (fixed >= 0), -- whatever the quantity
    required           numeric(18, 6) NOT NULL CHECK (required >= 0),
    issued             numeric(18, 6) NOT NULL DEFAULT 0 CHECK (issued >= 0),
    unit               text           NOT NULL,              -- the component's base unit
    operation_sequence integer,                              -- needed at this operation; null: at the first
    version            integer        NOT NULL DEFAULT 0,
    UNIQUE (work_order_id, position)
);
SELECT platform.guard('shopfloor', 'work_order_material');
SELECT platform.guard_partner('shopfloor', 'work_order_material', 'work_order_id', 'shopfloor.work_order');
CREATE INDEX work_order_material_component ON shopfloor.work_order_material (component_id) WHERE issued < required;

CREATE TABLE shopfloor.work_order_operation (
    id                uuid           PRIMARY KEY,
    work_order_id     uuid           NOT NULL REFERENCES shopfloor.work_order,
    sequence          integer        NOT NULL CHECK (sequence > 0), -- 10, 20, 30
    name              text           NOT NULL,
    work_centre_id    uuid           NOT NULL REFERENCES factory.work_centre,
    machine_id        uuid           REFERENCES factory.machine,   -- only this one; null: any of the work centre
    setup_minutes     numeric(18, 6) NOT NULL DEFAULT 0 CHECK (setup_minutes >= 0),
    run_minutes       numeric(18, 6) NOT NULL DEFAULT 0 CHECK (run_minutes >= 0), -- per piece
    status            text           NOT NULL DEFAULT 'WAITING'
                      CHECK (status IN ('WAITING', 'READY', 'RUNNING', 'PAUSED', 'DONE')),
    good              numeric(18, 6) NOT NULL DEFAULT 0 CHECK (good >= 0),
    scrap             numeric(18, 6) NOT NULL DEFAULT 0 CHECK (scrap >= 0),
    rework            numeric(18, 6) NOT NULL DEFAULT 0 CHECK (rework >= 0), -- waiting to be repaired, now
    allowed_extra     numeric(18, 6) NOT NULL DEFAULT 0 CHECK (allowed_extra >= 0), -- released by a team leader
    inspection        boolean        NOT NULL DEFAULT false,
    subcontract       boolean        NOT NULL DEFAULT false,
    supplier_id       uuid           REFERENCES factory.partner,
    subcontract_days  integer        NOT NULL DEFAULT 0 CHECK (subcontract_days >= 0),
    transfer_quantity numeric(18, 6) CHECK (transfer_quantity > 0), -- handed on at a time; null: any number of pieces
    setup_family      text,
    instruction       text,
    running_machine_id uuid          REFERENCES factory.machine,   -- where it runs or ran last
    started_at        timestamptz,
    ended_at          timestamptz,
    version           integer        NOT NULL DEFAULT 0,
    UNIQUE (work_order_id, sequence)
);
SELECT platform.guard('shopfloor', 'work_order_operation');
SELECT platform.guard_partner('shopfloor', 'work_order_operation', 'work_order_id', 'shopfloor.work_order');
-- The tasks of a work centre: done operations are the bulk of the table.
CREATE INDEX work_order_operation_open ON shopfloor.work_order_operation (work_centre_id) WHERE status <> 'DONE';

-- What people said from the floor. Append-only; taking one back marks it.
CREATE TABLE shopfloor.report (
    id            uuid           PRIMARY KEY,
    operation_id  uuid           NOT NULL REFERENCES shopfloor.work_order_operation,
    work_order_id uuid           NOT NULL REFERENCES shopfloor.work_order,
    kind          text           NOT NULL CHECK (kind IN ('START', 'PAUSE', 'RESUME', 'QUANTITY', 'FINISH')),
    good          numeric(18, 6) NOT NULL DEFAULT 0 CHECK (good >= 0),
    scrap         numeric(18, 6) NOT NULL DEFAULT 0 CHECK (scrap >= 0),
    rework        numeric(18, 6) NOT NULL DEFAULT 0 CHECK (rework >= 0),
    from_rework   boolean        NOT NULL DEFAULT false,      -- good and scrap are repaired pieces
    person_id     uuid           REFERENCES factory.person,
    machine_id    uuid           REFERENCES factory.machine,
    started_at    timestamptz,                               -- when this person began what is reported; null: never started
    ended_at      timestamptz    NOT NULL,                   -- when it happened (a phone may send it later)
    seconds       bigint         NOT NULL DEFAULT 0 CHECK (seconds >= 0), -- worked, pauses taken out
    at            timestamptz    NOT NULL,                   -- when the server booked it
    user_id       uuid,                                      -- account that sent it
    key           text           NOT NULL CHECK (length(key) BETWEEN 1 AND 200), -- one per sheet, so that a repeat is not booked twice
    lot_id        uuid,                                      -- what the last operation put into stock
    location_id   uuid,
    note          text,
    undone_at     timestamptz,
    undone_by     uuid,
    version       integer        NOT NULL DEFAULT 0
);
SELECT platform.guard('shopfloor', 'report');
SELECT platform.guard_partner('shopfloor', 'report', 'work_order_id', 'shopfloor.work_order');
CREATE UNIQUE INDEX report_key ON shopfloor.report (organisation_id, key);
CREATE INDEX report_operation ON shopfloor.report (operation_id, at);
-- Who worked on the operations of these work orders last?
CREATE INDEX report_work_order ON shopfloor.report (work_order_id, operation_id, at);
-- What did this person make today?
CREATE INDEX report_person ON shopfloor.report (person_id, at) WHERE kind IN ('QUANTITY', 'FINISH');

-- Why pieces were scrapped or need rework; sums to the report's scrap and rework.
CREATE TABLE shopfloor.report_reason (
    id        uuid           PRIMARY KEY,
    report_id uuid           NOT NULL REFERENCES shopfloor.report,
    fate      text           NOT NULL CHECK (fate IN ('SCRAP', 'REWORK')),
    reason_id uuid           NOT NULL REFERENCES factory.scrap_reason,
    cause     text           NOT NULL CHECK (cause IN ('PROCESS', 'MATERIAL')), -- 工废, 料废
    quantity  numeric(18, 6) NOT NULL CHECK (quantity > 0)
);
SELECT platform.guard('shopfloor', 'report_reason');
CREATE INDEX report_reason_report ON shopfloor.report_reason (report_id);

-- From when to when a person worked on an operation. A quantity report takes what was not reported yet.
CREATE TABLE shopfloor.work_session (
    id           uuid        PRIMARY KEY,
    operation_id uuid        NOT NULL REFERENCES shopfloor.work_order_operation,
    person_id    uuid        REFERENCES factory.person,
    machine_id   uuid        REFERENCES factory.machine,
    started_at   timestamptz NOT NULL,
    ended_at     timestamptz,                                -- null: still at it
    report_id    uuid        REFERENCES shopfloor.report,    -- the quantity report that took its time; null: not yet
    CONSTRAINT work_goes_forward CHECK (ended_at >= started_at)
);
SELECT platform.guard('shopfloor', 'work_session');
-- One person works once on an operation at a time.
CREATE UNIQUE INDEX work_session_open ON shopfloor.work_session (operation_id, person_id) NULLS NOT DISTINCT
    WHERE ended_at IS NULL;
CREATE INDEX work_session_unreported ON shopfloor.work_session (operation_id) WHERE report_id IS NULL;

-- How much more than ordered may be reported; the item's own row goes before its site's, that before the general one.
CREATE TABLE shopfloor.over_report_tolerance (
    id       uuid          PRIMARY KEY,
    item_id  uuid          REFERENCES factory.item,
    site_id  uuid          REFERENCES factory.site,
    percent  numeric(9, 4) NOT NULL CHECK (percent BETWEEN 0 AND 100), -- of the ordered quantity
    version  integer       NOT NULL DEFAULT 0
);
SELECT platform.guard('shopfloor', 'over_report_tolerance');
CREATE UNIQUE INDEX over_report_tolerance_scope
    ON shopfloor.over_report_tolerance (organisation_id, item_id, site_id) NULLS NOT DISTINCT;

-- What a good piece earns; only where the plant pays by the piece.
CREATE TABLE shopfloor.piece_rate (
    id             uuid           PRIMARY KEY,
    item_id        uuid           NOT NULL REFERENCES factory.item,
    operation_name text           NOT NULL,
    rate           numeric(18, 6) NOT NULL CHECK (rate >= 0), -- for one good piece
    currency       text           NOT NULL DEFAULT 'CNY',
    version        integer        NOT NULL DEFAULT 0
);
SELECT platform.guard('shopfloor', 'piece_rate', '{rate}');
CREATE UNIQUE INDEX piece_rate_scope ON shopfloor.piece_rate (organisation_id, item_id, operation_name);
