-- A draft that another one replaces is kept for a while, so that a move on the board can be undone.

ALTER TABLE scheduling.schedule
    ADD COLUMN step integer NOT NULL DEFAULT 0,            -- which draft in a row it was; 0: not known
    DROP CONSTRAINT schedule_status_check,
    DROP CONSTRAINT published_schedules_know_when,
    ADD CONSTRAINT schedule_status_check CHECK (status IN ('DRAFT', 'PUBLISHED', 'SUPERSEDED', 'SET_ASIDE')),
    ADD CONSTRAINT published_schedules_know_when CHECK (status IN ('DRAFT', 'SET_ASIDE') OR published_at IS NOT NULL);

DROP INDEX scheduling.schedule_current;
CREATE UNIQUE INDEX schedule_current ON scheduling.schedule (organisation_id, status)
    WHERE status IN ('DRAFT', 'PUBLISHED');
