-- What an account made with one model, however few that is: its usage, and its tasks by way of it. A task is written anew at
-- each step of its life, and an index of tasks with it; its usage record is not.
create index usage_of_model on usage_records (account_id, model, created_at desc, task_id desc);
