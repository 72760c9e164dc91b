-- The janitor asks again and again whether an old command is still without an end. The pending ones
-- are few, whatever the table holds.
create index commands_v1_pending on ${read_model}.commands_v1 (taken_at) where outcome = 'pending';
