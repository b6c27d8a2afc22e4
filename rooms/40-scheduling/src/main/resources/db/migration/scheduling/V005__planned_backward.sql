-- Whether everything begins as early as it can, or only as late as it may.

ALTER TABLE scheduling.schedule
    ADD COLUMN direction text NOT NULL DEFAULT 'FORWARD' CHECK (direction IN ('FORWARD', 'BACKWARD'));
