-- What ended without a film is little among much: these answer for it without reading the rest. Films enter neither.
-- Everybody's tasks of one such state, newest first, for the administrator.
create index tasks_without_film on tasks (state, created_at desc, id desc) where state in ('failed', 'cancelled');
-- An account's usage of one such state.
create index usage_without_film on usage_records (account_id, state, created_at desc, task_id desc)
  where state in ('failed', 'cancelled');
