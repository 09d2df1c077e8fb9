-- What has ended of an account's usage, summed by day, key, model and end: a sum over a year reads hundreds of rows, however
-- many tasks there were. A record is counted here when `summed` says so, and in itself until then.
create table usage_sums (
  account_id uuid not null references accounts (id) on delete cascade,
  day date not null,
  key_id uuid not null references api_keys (id) on delete cascade,
  model text not null,
  state text not null,
  tasks bigint not null,
  seconds double precision not null,
  credits bigint not null,
  primary key (account_id, day, key_id, model, state)
);
insert into usage_sums (account_id, day, key_id, model, state, tasks, seconds, credits)
select account_id, (created_at at time zone 'UTC')::date, key_id, model, state, count(*), sum(seconds), sum(credits)
from usage_records where state <> 'open' group by 1, 2, 3, 4, 5;
-- A default for the rows that are there costs no writing of them; few are open.
alter table usage_records add column summed boolean not null default true;
update usage_records set summed = false where state = 'open';
alter table usage_records alter column summed set default false;
create index usage_not_summed on usage_records (account_id) where not summed;
create index usage_sums_of_key on usage_sums (key_id);
