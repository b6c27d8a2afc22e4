-- Runs at every start. A crash has emptied the marks and their floor; nobody remembers anything from before it.
INSERT INTO platform.change_floor (only_row, transaction) VALUES (true, pg_current_xact_id()) ON CONFLICT DO NOTHING;
