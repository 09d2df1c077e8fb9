-- People and how they log in. users, sessions, identities and verifications are kept by better-auth, under its fields' names
-- in snake case.
create table users (
  id uuid primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  -- One person an account; the first has the account that the server made.
  account_id uuid not null unique references accounts on delete cascade,
  role text not null default 'member' check (role in ('administrator', 'member')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table sessions (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sessions_of_user on sessions (user_id);

create table identities (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  provider_id text not null,
  account_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  -- Hashed by scrypt.
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index identities_of_user on identities (user_id);

create table verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verifications_by_identifier on verifications (identifier);

create table invites (
  id uuid primary key,
  -- The token is in the link, and nowhere else.
  sha256 bytea not null unique,
  email text,
  role text not null default 'member' check (role in ('administrator', 'member')),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);

-- What a session makes is made with this key of its account; no token has its hash.
alter table api_keys add column console boolean not null default false;
create unique index console_key_of_account on api_keys (account_id) where console;

-- Counters of rate-limiter-flexible, under its names.
create table rate_limits (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
