-- Credits. `balance` is what may still be spent: it is the sum of the ledger's effects, and never negative unless the
-- application is unlimited, as the operator's own is.
alter table applications
  add column unlimited boolean not null default false,
  add column balance bigint not null default 0,
  -- Held for open tasks, and charged for succeeded ones.
  add column reserved bigint not null default 0 check (reserved >= 0),
  add column used bigint not null default 0 check (used >= 0),
  -- The most the application may ever use.
  add column credit_limit bigint check (credit_limit >= 0),
  add column disabled_at timestamptz;
-- Until now every account was made by whoever runs the server.
update applications set unlimited = true;
alter table applications add constraint never_overdrawn check (unlimited or balance >= 0);

alter table api_keys
  -- The most the key may use, and what it has used or holds.
  add column credit_limit bigint check (credit_limit >= 0),
  add column spent bigint not null default 0 check (spent >= 0),
  add column last_used_at timestamptz,
  -- The key before a rotation works until then.
  add column previous_sha256 bytea unique,
  add column previous_until timestamptz;

-- Append-only: what happened to an application's credits. Tasks are deleted, their entries stay.
create table ledger_entries (
  id bigint generated always as identity primary key,
  application_id uuid not null references applications,
  kind text not null check (kind in ('grant', 'reserve', 'settle', 'release', 'adjust')),
  amount bigint not null,
  -- By how much the balance changes: credits are held when they are reserved, and stay away when they are settled.
  effect bigint not null generated always as (
    case kind when 'reserve' then -amount when 'settle' then 0 else amount end) stored,
  task_id uuid,
  key_id uuid,
  note text,
  at timestamptz not null default now(),
  constraint only_adjust_is_negative check (amount >= 0 or kind = 'adjust'),
  constraint tasks_have_entries check ((kind in ('reserve', 'settle', 'release')) = (task_id is not null))
);
create index ledger_of_application on ledger_entries (application_id, id desc);
create unique index reserved_once on ledger_entries (task_id) where kind = 'reserve';
create unique index settled_or_released_once on ledger_entries (task_id) where kind in ('settle', 'release');

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only';
end
$$;
create trigger ledger_is_append_only before update or delete on ledger_entries
  for each row execute function refuse_change();

-- What was asked for and what it cost: one row a task, which outlives it.
create table usage_records (
  task_id uuid primary key,
  trace_id uuid not null,
  account_id uuid not null references accounts on delete cascade,
  application_id uuid not null references applications on delete cascade,
  key_id uuid not null references api_keys on delete cascade,
  model text not null,
  version text not null,
  seconds double precision not null,
  width integer not null,
  height integer not null,
  state text not null default 'open' check (state in ('open', 'succeeded', 'failed', 'cancelled')),
  -- The HTTP status of the outcome.
  status smallint,
  -- Charged, or held while it is open.
  credits bigint not null check (credits >= 0),
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  elapsed_seconds double precision,
  constraint ended_once check ((state = 'open') = (finished_at is null))
);
create index usage_of_account on usage_records (account_id, created_at desc, task_id);
insert into usage_records
  select id, trace_id, account_id, application_id, key_id, model, generation->>'version',
    (generation->>'seconds')::float8, (generation->>'width')::int, (generation->>'height')::int,
    case when state in ('succeeded', 'failed', 'cancelled') then state else 'open' end, null, 0, created_at, finished_at,
    extract(epoch from finished_at - coalesce(started_at, created_at))
  from tasks;
