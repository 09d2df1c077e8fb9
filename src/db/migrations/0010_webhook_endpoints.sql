-- Where an account is told of its videos by the events of /v1.
create table webhook_endpoints (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  name text not null,
  url text not null,
  event_types text[] not null,
  -- Signs its deliveries (Standard Webhooks, `whsec_…`); the one before a rotation does, too, until then.
  secret text not null,
  previous_secret text,
  previous_until timestamptz,
  disabled_at timestamptz,
  -- Deliveries that were not taken, in a row; after some of them the endpoint rests until then.
  failures integer not null default 0,
  rests_until timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index webhook_endpoints_of_account on webhook_endpoints (account_id, created_at desc, id);

-- A delivery carries what it needs, so that the end of a task that was deleted is told, too.
alter table deliveries
  drop constraint deliveries_task_id_key,
  drop constraint deliveries_task_id_fkey,
  add column account_id uuid references accounts on delete cascade,
  add column callback_secret text,
  -- Null for the callback that the create call asked for.
  add column endpoint_id uuid references webhook_endpoints on delete cascade,
  add column event_type text;
update deliveries set account_id = tasks.account_id, callback_secret = tasks.callback_secret
  from tasks where tasks.id = deliveries.task_id;
alter table deliveries
  alter column account_id set not null,
  add constraint deliveries_once unique nulls not distinct (task_id, endpoint_id);
create index deliveries_of_account on deliveries (account_id, created_at desc, id);
create index deliveries_of_endpoint on deliveries (endpoint_id, created_at desc, id) where endpoint_id is not null;
