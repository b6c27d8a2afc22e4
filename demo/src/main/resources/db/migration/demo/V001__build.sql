-- The demonstration factory's own schema: that it was begun, and whether it came to its end.

CREATE TABLE demo.build (
    id         uuid        PRIMARY KEY,
    started_at timestamptz NOT NULL,
    ended_at   timestamptz              -- null: it goes on, or the process died in the middle of it
);
SELECT platform.guard_derived('demo', 'build');
