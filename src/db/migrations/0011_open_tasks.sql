-- How many tasks of an application and of a key have not ended: counted where their credits are held, in the same
-- statements, so that accepting one more costs the same however many there are.
alter table applications add column open_tasks integer not null default 0 check (open_tasks >= 0);
alter table api_keys add column open_tasks integer not null default 0 check (open_tasks >= 0);
update applications set open_tasks = (
  select count(*) from ledger_entries as held
  where held.application_id = applications.id and held.kind = 'reserve'
    and not exists (select from ledger_entries as ending where ending.task_id = held.task_id and ending.kind in ('settle', 'release')));
update api_keys set open_tasks = (
  select count(*) from ledger_entries as held
  where held.key_id = api_keys.id and held.kind = 'reserve'
    and not exists (select from ledger_entries as ending where ending.task_id = held.task_id and ending.kind in ('settle', 'release')));

-- Counters of the last minutes: not worth a flush to disk each, and after a crash they begin again.
alter table rate_limits set unlogged;
