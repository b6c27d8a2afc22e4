-- Planning's own schema. No other room reads or writes these tables.

CREATE TABLE planning.planning_run (
    id            uuid        PRIMARY KEY,
    at            timestamptz NOT NULL,              -- when it began
    run_by        text        NOT NULL,              -- who asked, or "system" for an automatic run
    milliseconds  integer     NOT NULL,              -- how long it took
    demands       integer     NOT NULL,              -- order lines and open components that were planned
    suggestions   integer     NOT NULL,              -- proposed after the run
    added         integer     NOT NULL,
    changed       integer     NOT NULL,
    removed       integer     NOT NULL,
    past_due      integer     NOT NULL,              -- of them should have been ordered before today
    messages      integer     NOT NULL,              -- advice about open supply after the run
    late_lines    integer     NOT NULL,              -- order lines that cannot be met on their date
    version       integer     NOT NULL DEFAULT 0
);
CREATE INDEX planning_run_latest ON planning.planning_run (at DESC);
SELECT platform.guard('planning', 'planning_run');

-- A proposal to buy or make. It keeps its id over re-runs as long as it means the same need.
CREATE TABLE planning.suggestion (
    id              uuid           PRIMARY KEY,
    kind            text           NOT NULL CHECK (kind IN ('BUY', 'MAKE')),
    item_id         uuid           NOT NULL REFERENCES factory.item,
    quantity        numeric(18, 6) NOT NULL CHECK (quantity > 0),   -- to order or to start, base unit
    receipt         numeric(18, 6) NOT NULL CHECK (receipt > 0),    -- what remains after the item's scrap
    unit            text           NOT NULL,
    order_by        date           NOT NULL,                        -- order or start on this day; never before the run
    due             date           NOT NULL,                        -- the day it is needed
    possible_due    date           NOT NULL,                        -- the day it can be there; later than due if past due
    past_due        boolean        NOT NULL,                        -- it should have been ordered before the run's day
    past_due_days   integer        NOT NULL CHECK (past_due_days >= 0),
    level           integer        NOT NULL,                        -- low-level code: 0 is nobody's component
    supplier_id     uuid           REFERENCES factory.partner,
    order_line_id   uuid,                                           -- the order line that needs most of it; null: stock
    status          text           NOT NULL CHECK (status IN ('PROPOSED', 'CONVERTED', 'DISMISSED')),
    target_type     text,                                           -- what it became
    target_id       uuid,
    target_number   text,
    decided_at      timestamptz,
    decided_by      text,
    reason          text,                                           -- why it was dismissed
    created_at      timestamptz    NOT NULL,
    version         integer        NOT NULL DEFAULT 0,
    CONSTRAINT converted_suggestions_know_their_target CHECK (status <> 'CONVERTED' OR target_id IS NOT NULL)
);
-- Only proposals are planned again and listed; what was converted is the bulk.
CREATE INDEX suggestion_proposed ON planning.suggestion (item_id, due) WHERE status = 'PROPOSED';
CREATE INDEX suggestion_line ON planning.suggestion (order_line_id);
CREATE INDEX suggestion_target ON planning.suggestion (target_id);
SELECT platform.guard('planning', 'suggestion');

-- For which order lines a suggestion is there, through all levels.
CREATE TABLE planning.suggestion_peg (
    suggestion_id uuid           NOT NULL REFERENCES planning.suggestion ON DELETE CASCADE,
    order_line_id uuid           NOT NULL,
    quantity      numeric(18, 6) NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (suggestion_id, order_line_id)
);
CREATE INDEX suggestion_peg_line ON planning.suggestion_peg (order_line_id);
SELECT platform.guard_derived('planning', 'suggestion_peg');

-- Who consumes a suggestion: another suggestion, or an existing work order.
CREATE TABLE planning.suggestion_feed (
    suggestion_id        uuid NOT NULL REFERENCES planning.suggestion ON DELETE CASCADE,
    parent_suggestion_id uuid REFERENCES planning.suggestion ON DELETE CASCADE,
    parent_work_order_id uuid,
    CONSTRAINT a_feed_has_one_parent CHECK ((parent_suggestion_id IS NULL) <> (parent_work_order_id IS NULL)),
    UNIQUE NULLS NOT DISTINCT (suggestion_id, parent_suggestion_id, parent_work_order_id)
);
CREATE INDEX suggestion_feed_parent ON planning.suggestion_feed (parent_suggestion_id);
SELECT platform.guard_derived('planning', 'suggestion_feed');

-- For which order lines an order was made. A share that is given up becomes common stock.
CREATE TABLE planning.supply_peg (
    id            uuid           PRIMARY KEY,
    supply_type   text           NOT NULL,            -- work-order, purchase-order-line
    supply_id     uuid           NOT NULL,
    order_line_id uuid           NOT NULL,
    quantity      numeric(18, 6) NOT NULL CHECK (quantity > 0),
    unit          text           NOT NULL,
    position      integer        NOT NULL,            -- 1 is served first
    version       integer        NOT NULL DEFAULT 0,
    UNIQUE (supply_type, supply_id, order_line_id)
);
CREATE INDEX supply_peg_line ON planning.supply_peg (order_line_id);
SELECT platform.guard('planning', 'supply_peg');

-- Advice about open supply from the last run.
CREATE TABLE planning.plan_message (
    id            uuid           PRIMARY KEY,
    kind          text           NOT NULL CHECK (kind IN ('EXPEDITE', 'DEFER', 'CANCEL', 'REDUCE', 'INCREASE')),
    supply_type   text           NOT NULL,
    supply_id     uuid           NOT NULL,
    supply_number text           NOT NULL,
    item_id       uuid           NOT NULL REFERENCES factory.item,
    order_line_id uuid,
    due           date           NOT NULL,            -- as it stands
    proposed_due  date,                               -- as it should stand; null if it should be cancelled
    quantity      numeric(18, 6) NOT NULL,            -- as it stands
    proposed      numeric(18, 6) NOT NULL,            -- as it should stand; zero to cancel
    unit          text           NOT NULL,
    days          integer        NOT NULL,            -- calendar days of the difference
    version       integer        NOT NULL DEFAULT 0
);
SELECT platform.guard_derived('planning', 'plan_message');

-- What the last run said about each open order line.
CREATE TABLE planning.line_plan (
    order_line_id  uuid        PRIMARY KEY,
    planned_at     timestamptz NOT NULL,
    possible       date        NOT NULL,              -- when it can be ready by lead times and material
    material_ready date,                              -- when its last missing component comes; null: nothing is missing
    shortages      jsonb       NOT NULL               -- components that nothing covers in time, worst first
);
SELECT platform.guard_derived('planning', 'line_plan');

-- What a changed order line asks of something made for it; the planner decides.
CREATE TABLE planning.plan_change (
    id              uuid           PRIMARY KEY,
    order_change_id uuid           NOT NULL,
    order_line_id   uuid           NOT NULL,
    target_type     text           NOT NULL CHECK (target_type IN ('work-order', 'purchase-order-line', 'reservation', 'suggestion')),
    target_id       uuid           NOT NULL,
    target_number   text           NOT NULL,
    item_id         uuid           NOT NULL REFERENCES factory.item,
    action          text           NOT NULL CHECK (action IN ('REDUCE', 'INCREASE', 'MOVE', 'CANCEL', 'RELEASE')),
    old_quantity    numeric(18, 6) NOT NULL,          -- open of the target when it was proposed
    new_quantity    numeric(18, 6) NOT NULL,          -- open of the target afterwards
    unit            text           NOT NULL,
    old_due         date,
    new_due         date,
    possible        boolean        NOT NULL,
    harmless        boolean        NOT NULL,
    effect          jsonb          NOT NULL,          -- done, saved, lost, sharedWith, blockingCode
    status          text           NOT NULL CHECK (status IN ('PROPOSED', 'APPLIED', 'REFUSED')),
    change_reason   text           NOT NULL,          -- why the order changed
    proposed_at     timestamptz    NOT NULL,
    decided_at      timestamptz,
    decided_by      text,
    reason          text,                             -- why the planner decided so
    version         integer        NOT NULL DEFAULT 0
);
CREATE INDEX plan_change_open ON planning.plan_change (proposed_at) WHERE status = 'PROPOSED';
CREATE INDEX plan_change_line ON planning.plan_change (order_line_id);
CREATE INDEX plan_change_change ON planning.plan_change (order_change_id);
SELECT platform.guard('planning', 'plan_change');
