-- Approvals, notices, acknowledgements and long jobs. Owner: ground/workflow.
CREATE SCHEMA IF NOT EXISTS workflow;

-- Which chain a record walks; the first active rule by priority whose condition the facts fulfil.
CREATE TABLE workflow.approval_rule (
    id          uuid    PRIMARY KEY,
    name        text    NOT NULL,
    record_type text    NOT NULL,                    -- sales-order
    condition   jsonb   NOT NULL DEFAULT '{}',       -- a filter over the facts: {"field":"amount","op":"ge","value":100000}
    steps       jsonb   NOT NULL,                    -- [{"name":"经理","role":"manager","mode":"ANY","hours":24}]
    copies      jsonb   NOT NULL DEFAULT '[]',       -- who only reads: [{"role":"finance","when":"GRANTED"}]
    priority    integer NOT NULL DEFAULT 100,        -- smaller first
    active      boolean NOT NULL DEFAULT true,
    version     integer NOT NULL DEFAULT 0
);

CREATE TABLE workflow.approval (
    id                uuid        PRIMARY KEY,
    record_type       text        NOT NULL,
    record_id         uuid        NOT NULL,
    title             text        NOT NULL,
    facts             jsonb       NOT NULL,
    amount            numeric(18, 4),                -- what it is about in money; null: not about money
    currency          text,
    rule_name         text,                          -- null: no rule matched, granted at once
    state             text        NOT NULL CHECK (state IN ('WAITING', 'RETURNED', 'GRANTED', 'REJECTED', 'WITHDRAWN')),
    step              integer     NOT NULL,          -- the one that waits, from 0
    straight_back     integer,                       -- after a return: the step that goes on; null: all are asked again
    reminded_at       timestamptz,                   -- the applicant urged the approvers
    submitted_by      uuid,
    submitted_by_name text        NOT NULL,
    submitted_at      timestamptz NOT NULL,
    ended_at          timestamptz,
    version           integer     NOT NULL DEFAULT 0,
    CONSTRAINT ended_approvals_know_when CHECK ((state IN ('WAITING', 'RETURNED')) = (ended_at IS NULL))
);
CREATE INDEX approval_of_record ON workflow.approval (record_id, submitted_at);
-- Submitting twice at the same moment must not start two chains.
CREATE UNIQUE INDEX approval_waits_once ON workflow.approval (record_type, record_id) WHERE state IN ('WAITING', 'RETURNED');

-- The chain as it was when the record was submitted.
CREATE TABLE workflow.approval_step (
    approval_id uuid        NOT NULL REFERENCES workflow.approval ON DELETE CASCADE,
    position    integer     NOT NULL,
    name        text        NOT NULL,
    join_by     text        NOT NULL DEFAULT 'ALL' CHECK (join_by IN ('ALL', 'ANY')), -- which branches must agree
    hours       integer,                             -- allowed from the moment the step begins to wait
    escalate    text,                                -- the role that is asked too when nobody answers in time
    due_at      timestamptz,                         -- set when the step begins to wait
    warned_at   timestamptz,                         -- overdue was told
    raised_at   timestamptz,                         -- the next level was asked
    PRIMARY KEY (approval_id, position)
);

-- Those a step asks at the same time; one for a plain step.
CREATE TABLE workflow.approval_branch (
    approval_id uuid        NOT NULL,
    position    integer     NOT NULL,                -- of its step
    branch      integer     NOT NULL,                -- from 0
    name        text        NOT NULL,
    mode        text        NOT NULL CHECK (mode IN ('ANY', 'ALL', 'SOME', 'IN_TURN')),
    needed      integer     NOT NULL DEFAULT 1,      -- of SOME: how many must agree
    PRIMARY KEY (approval_id, position, branch),
    FOREIGN KEY (approval_id, position) REFERENCES workflow.approval_step ON DELETE CASCADE
);

CREATE TABLE workflow.approval_task (
    id          uuid        PRIMARY KEY,
    approval_id uuid        NOT NULL REFERENCES workflow.approval ON DELETE CASCADE,
    position    integer     NOT NULL,                -- of its step
    branch      integer     NOT NULL DEFAULT 0,      -- of the step
    user_id     uuid        NOT NULL,
    user_name   text        NOT NULL,
    turn        integer     NOT NULL DEFAULT 0,      -- order within the step
    kind        text        NOT NULL DEFAULT 'ASKED' CHECK (kind IN ('ASKED', 'BEFORE', 'AFTER', 'BESIDE', 'RAISED')),
    before_task uuid        REFERENCES workflow.approval_task ON DELETE CASCADE, -- the one that waits for this
    added_by    text,                                -- who asked this person too
    instead_of  text,                                -- for whom this person acts
    answer      text CHECK (answer IN ('APPROVED', 'REJECTED')),
    comment     text,
    at          timestamptz,
    version     integer     NOT NULL DEFAULT 0,
    CONSTRAINT approval_task_once UNIQUE (approval_id, position, branch, user_id)
);
-- What waits for me is asked on every page.
CREATE INDEX approval_task_waiting ON workflow.approval_task (user_id) WHERE answer IS NULL;

-- Who only reads an approval: is told, and may open it from then on.
CREATE TABLE workflow.approval_copy (
    approval_id uuid        NOT NULL REFERENCES workflow.approval ON DELETE CASCADE,
    user_id     uuid        NOT NULL,
    user_name   text        NOT NULL,
    when_told   text        NOT NULL CHECK (when_told IN ('SUBMITTED', 'GRANTED', 'BOTH')),
    told_at     timestamptz,                         -- null: not yet
    PRIMARY KEY (approval_id, user_id)
);
CREATE INDEX approval_copy_of_user ON workflow.approval_copy (user_id, told_at DESC);

-- What happened to an approval, in order. Append only.
CREATE TABLE workflow.approval_entry (
    id          uuid        PRIMARY KEY,
    approval_id uuid        NOT NULL REFERENCES workflow.approval ON DELETE CASCADE,
    number      integer     NOT NULL,                -- from 1
    at          timestamptz NOT NULL,
    user_id     uuid,                                -- null: the system
    user_name   text        NOT NULL,
    act         text        NOT NULL,                -- SUBMITTED, APPROVED, RETURNED …
    step        integer     NOT NULL,
    comment     text,
    other       text,                                -- whom it concerned, by name
    CONSTRAINT approval_entry_once UNIQUE (approval_id, number)
);

-- Somebody acts for somebody else, from day to day.
CREATE TABLE workflow.delegation (
    id          uuid        PRIMARY KEY,
    user_id     uuid        NOT NULL,
    deputy_id   uuid        NOT NULL,
    from_day    date        NOT NULL,
    until_day   date        NOT NULL,
    record_type text,                                -- null: every type
    version     integer     NOT NULL DEFAULT 0,
    CONSTRAINT delegation_to_another CHECK (user_id <> deputy_id),
    CONSTRAINT delegation_days CHECK (from_day <= until_day)
);
CREATE INDEX delegation_of_user ON workflow.delegation (user_id, until_day);

CREATE TABLE workflow.notice (
    id      uuid        PRIMARY KEY,
    user_id uuid        NOT NULL,
    code    text        NOT NULL,                    -- its sentence stands in notices/*.properties
    facts   jsonb       NOT NULL,                    -- what the sentence names in braces
    link    text,
    at      timestamptz NOT NULL,
    read_at timestamptz
);
CREATE INDEX notice_of_user ON workflow.notice (user_id, at DESC);

CREATE TABLE workflow.acknowledgement (
    id              uuid        PRIMARY KEY,
    record_type     text        NOT NULL,
    record_id       uuid        NOT NULL,
    text            text        NOT NULL,
    user_id         uuid        NOT NULL,
    user_name       text        NOT NULL,
    asked_at        timestamptz NOT NULL,
    acknowledged_at timestamptz,
    version         integer     NOT NULL DEFAULT 0,
    CONSTRAINT acknowledgement_once UNIQUE (record_id, user_id, text)
);
CREATE INDEX acknowledgement_waiting ON workflow.acknowledgement (user_id) WHERE acknowledged_at IS NULL;

CREATE TABLE workflow.job (
    id           uuid        PRIMARY KEY,
    kind         text        NOT NULL,
    title        text        NOT NULL,
    state        text        NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    done         bigint      NOT NULL DEFAULT 0,
    total        bigint      NOT NULL DEFAULT 0,
    message      text,
    code         text,                               -- of the refusal that ended it
    result       jsonb,
    stop         boolean     NOT NULL DEFAULT false, -- somebody asked to stop
    user_id      uuid,
    started_at   timestamptz NOT NULL,
    heard_at     timestamptz NOT NULL DEFAULT clock_timestamp(), -- last sign of life of the process that runs it
    ended_at     timestamptz
);

SELECT platform.guard('workflow', 'approval_rule');
SELECT platform.guard('workflow', 'approval');
SELECT platform.guard('workflow', 'approval_task');
SELECT platform.guard('workflow', 'acknowledgement');
SELECT platform.guard('workflow', 'delegation');
SELECT platform.fence('workflow', 'approval_step');     -- written with its approval
SELECT platform.fence('workflow', 'approval_branch');   -- written with its approval
SELECT platform.fence('workflow', 'approval_copy');     -- written with its approval
SELECT platform.fence('workflow', 'approval_entry');    -- is a history itself
SELECT platform.guard_derived('workflow', 'notice');    -- tells what other tables already keep
SELECT platform.guard_derived('workflow', 'job');       -- progress, no facts
