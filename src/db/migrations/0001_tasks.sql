-- Accounts, their use of the service and their keys.
create table accounts (
  id uuid primary key,
  name text not null,
  -- Signs callbacks (Standard Webhooks, `whsec_…`).
  webhook_secret text not null,
  disabled_at timestamptz,
  created_at timestamptz not null default now()
);

create table applications (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  service text not null,
  created_at timestamptz not null default now(),
  unique (account_id, service)
);

create table api_keys (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  name text not null,
  -- The first characters, to tell keys apart; the key itself is nowhere.
  prefix text not null,
  sha256 bytea not null unique,
  expires_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now()
);
create index api_keys_of_account on api_keys (account_id, created_at);

-- One accepted request for a video. The states and who may change them: contract/task-state.ts.
create table tasks (
  id uuid primary key,
  trace_id uuid not null,
  account_id uuid not null references accounts on delete cascade,
  application_id uuid not null references applications on delete cascade,
  key_id uuid not null references api_keys on delete cascade,
  state text not null default 'queued'
    check (state in ('queued', 'submitting', 'running', 'storing', 'succeeded', 'failed', 'cancelled')),
  progress smallint not null default 0 check (progress between 0 and 100),
  model text not null,
  engine text not null,
  video_id text not null,
  -- As sent, without secrets and bytes.
  request jsonb not null,
  -- The normal form (contract/generation-request.ts).
  generation jsonb not null,
  callback_url text,
  callback_secret text,
  -- The engine's handle for work under way: enough to go on after a restart.
  operation jsonb,
  -- How often the engine was asked to start.
  submits smallint not null default 0,
  -- Which run of the generate function owns the task; every write after the claim names it.
  claim_id uuid,
  claimed_by text,
  -- A kind of the error registry (errors.ts).
  error_kind text,
  error_message text,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  -- Record and files expire together.
  expires_at timestamptz,
  constraint finished_once check ((state in ('succeeded', 'failed', 'cancelled')) = (finished_at is not null)),
  constraint failed_says_why check (state not in ('failed', 'cancelled') or error_message is not null)
);
create index tasks_of_account on tasks (account_id, created_at desc, id);
create index tasks_open on tasks (created_at) where state in ('queued', 'submitting', 'running', 'storing');
create index tasks_open_of_key on tasks (key_id) where state in ('queued', 'submitting', 'running', 'storing');
create index tasks_expiring on tasks (expires_at) where expires_at is not null;

-- Every stored file of a task.
create table assets (
  id uuid primary key,
  task_id uuid not null references tasks on delete cascade,
  kind text not null check (kind in ('video', 'thumbnail', 'image', 'character')),
  position smallint not null default 0,
  key text not null unique,
  content_type text not null,
  bytes bigint not null,
  width integer,
  height integer,
  seconds double precision,
  created_at timestamptz not null default now(),
  unique (task_id, kind, position)
);

-- A task's history, a line an event.
create table events (
  id bigint generated always as identity primary key,
  task_id uuid not null references tasks on delete cascade,
  type text not null,
  data jsonb not null default '{}',
  at timestamptz not null default now()
);
create index events_of_task on events (task_id, id);

create table idempotency_keys (
  key_id uuid not null references api_keys on delete cascade,
  idempotency_key text not null,
  -- Of the body, so that another body under the same key is refused.
  fingerprint text not null,
  task_id uuid not null references tasks on delete cascade,
  created_at timestamptz not null default now(),
  primary key (key_id, idempotency_key)
);
create index idempotency_keys_of_task on idempotency_keys (task_id);

-- One outcome to be told to one URL. The id is the message id a receiver dedupes on.
create table deliveries (
  id uuid primary key,
  task_id uuid not null unique references tasks on delete cascade,
  url text not null,
  body text not null,
  state text not null default 'pending' check (state in ('pending', 'delivered', 'failed')),
  attempts smallint not null default 0,
  claimed_by text,
  next_attempt_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  finished_at timestamptz
);
create index deliveries_pending on deliveries (next_attempt_at) where state = 'pending';

create table delivery_attempts (
  delivery_id uuid not null references deliveries on delete cascade,
  number smallint not null,
  at timestamptz not null default now(),
  status smallint,
  error text,
  milliseconds integer not null,
  primary key (delivery_id, number)
);
