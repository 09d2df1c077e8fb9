-- What listings need when there are millions of tasks: each of these answers one of them without looking at the others.
-- Everybody's tasks, newest first, for the administrator.
create index tasks_by_time on tasks (created_at desc, id desc);
-- An account's tasks of one state: its failed ones are few among many.
create index tasks_of_account_by_state on tasks (account_id, state, created_at desc, id desc);
-- What a key has made.
create index tasks_of_key on tasks (key_id, created_at desc, id desc);
-- How an engine's tasks of the last hour ended.
create index tasks_by_end on tasks (finished_at) where finished_at is not null;
-- An engine's last films.
create index tasks_made_by_engine on tasks (engine, created_at desc) where state = 'succeeded';
-- The deliveries of an account that failed, or wait.
create index deliveries_of_account_by_state on deliveries (account_id, created_at desc, id) where state <> 'delivered';
-- An account's usage of one key.
create index usage_of_key on usage_records (key_id, created_at desc, task_id desc);
