-- Scheduling's own schema. No other room reads or writes these tables.

CREATE TABLE scheduling.schedule (
    id             uuid        PRIMARY KEY,
    at             timestamptz NOT NULL,
    made_by        text        NOT NULL,
    status         text        NOT NULL CHECK (status IN ('DRAFT', 'PUBLISHED', 'SUPERSEDED')),
    operations     integer     NOT NULL,
    late_orders    integer     NOT NULL,             -- work orders that end after their due date
    late_minutes   bigint      NOT NULL,             -- of all of them together
    setup_minutes  bigint      NOT NULL,
    ends_at        timestamptz,                      -- when the last operation ends; null if there is none
    tried          bigint      NOT NULL,             -- schedules that were built and compared
    milliseconds   integer     NOT NULL,
    published_at   timestamptz,
    published_by   text,
    version        integer     NOT NULL DEFAULT 0,
    CONSTRAINT published_schedules_know_when CHECK (status = 'DRAFT' OR published_at IS NOT NULL)
);
SELECT platform.guard('scheduling', 'schedule');
-- One draft and one published schedule at a time.
CREATE UNIQUE INDEX schedule_current ON scheduling.schedule (organisation_id, status) WHERE status <> 'SUPERSEDED';

-- Where each operation stands in a schedule. Derived: a schedule can be computed again.
CREATE TABLE scheduling.operation_slot (
    id                uuid        PRIMARY KEY,
    schedule_id       uuid        NOT NULL REFERENCES scheduling.schedule ON DELETE CASCADE,
    operation_id      uuid        NOT NULL,
    work_order_id     uuid        NOT NULL,
    work_order_number text        NOT NULL,
    order_line_id     uuid,
    item_id           uuid        NOT NULL,
    sequence          integer     NOT NULL,
    name              text        NOT NULL,
    work_centre_id    uuid        NOT NULL,
    machine_id        uuid,                          -- null: outside, or a place without a machine
    starts            timestamptz NOT NULL,          -- of the setup
    ends              timestamptz NOT NULL,
    setup_minutes     bigint      NOT NULL,
    work_minutes      bigint      NOT NULL,          -- working time of setup and run together
    due               date,
    reason            text        NOT NULL,          -- what holds it there
    detail            jsonb       NOT NULL,
    UNIQUE (schedule_id, operation_id)
);
CREATE INDEX operation_slot_operation ON scheduling.operation_slot (operation_id);
CREATE INDEX operation_slot_line ON scheduling.operation_slot (order_line_id);
CREATE INDEX operation_slot_place ON scheduling.operation_slot (schedule_id, work_centre_id, starts);
SELECT platform.guard_derived('scheduling', 'operation_slot');
