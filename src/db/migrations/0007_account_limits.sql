create index tasks_open_of_account on tasks (account_id) where state in ('queued', 'submitting', 'running', 'storing');
