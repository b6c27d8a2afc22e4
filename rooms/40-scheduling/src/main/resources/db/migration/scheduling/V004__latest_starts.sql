-- When an operation must begin at the latest, if everything keeps its machine and its turn. Schedules made before do not know it.

ALTER TABLE scheduling.operation_slot
    ADD COLUMN starts_by timestamptz,                      -- of the setup
    ADD CONSTRAINT nothing_must_begin_before_it_can CHECK (starts_by >= starts);
