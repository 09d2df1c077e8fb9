-- The secret before a rotation signs callbacks, too, until then.
alter table accounts
  add column previous_webhook_secret text,
  add column previous_webhook_until timestamptz;

-- Images and videos that an account has sent, to be used as references.
create table uploads (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  kind text not null check (kind in ('image', 'video')),
  key text not null unique,
  -- As the sender named it.
  name text not null,
  content_type text not null,
  bytes bigint not null,
  width integer not null,
  height integer not null,
  seconds double precision,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index uploads_of_account on uploads (account_id, created_at desc);
create index uploads_expiring on uploads (expires_at);

-- An inbox shows what was POSTed to its address.
create table inboxes (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  -- In its address; whoever knows it may write.
  token text not null unique,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index inboxes_of_account on inboxes (account_id, created_at desc);
create index inboxes_expiring on inboxes (expires_at);

create table inbox_items (
  id uuid primary key,
  inbox_id uuid not null references inboxes on delete cascade,
  method text not null,
  headers jsonb not null,
  body text not null,
  truncated boolean not null,
  verified boolean,
  at timestamptz not null default now()
);
create index items_of_inbox on inbox_items (inbox_id, at desc);
