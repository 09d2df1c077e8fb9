-- pgbench: the rows of one accepted request, by bare statements in a bare transaction. bench/accept.ts runs it on the
-- server's own tables, where accounts, applications and keys with the ids 1 to :accounts are.
\set who random(1, :accounts)
\set high random(1, 9000000000000000)
\set low random(1, 9000000000000000)
begin;
update applications set balance = balance - 1, reserved = reserved + 1 where id = lpad(:who::text, 32, '0')::uuid;
update api_keys set spent = spent + 1, last_used_at = now() where id = lpad(:who::text, 32, '0')::uuid;
insert into tasks (id, trace_id, account_id, application_id, key_id, model, engine, video_id, request, generation)
  values (md5(:high || '-' || :low)::uuid, md5(:low || '-' || :high)::uuid, lpad(:who::text, 32, '0')::uuid,
  lpad(:who::text, 32, '0')::uuid, lpad(:who::text, 32, '0')::uuid, 'sora-2', 'scripted', md5(:high::text),
  '{"model": "sora-2", "prompt": "[stall] cat running on the river", "duration": 10, "size": "small", "async": true}',
  '{"model": "sora-2", "version": "1.0", "prompt": "[stall] cat running on the river", "seconds": 10, "width": 1280, "height": 720}');
insert into events (task_id, type, data)
  values (md5(:high || '-' || :low)::uuid, 'created', '{"model": "sora-2", "engine": "scripted"}');
insert into ledger_entries (application_id, kind, amount, task_id, key_id)
  values (lpad(:who::text, 32, '0')::uuid, 'reserve', 1, md5(:high || '-' || :low)::uuid, lpad(:who::text, 32, '0')::uuid);
insert into usage_records
  (task_id, trace_id, account_id, application_id, key_id, model, version, seconds, width, height, credits)
  values (md5(:high || '-' || :low)::uuid, md5(:low || '-' || :high)::uuid, lpad(:who::text, 32, '0')::uuid,
  lpad(:who::text, 32, '0')::uuid, lpad(:who::text, 32, '0')::uuid, 'sora-2', '1.0', 10, 1280, 720, 1);
insert into pgboss.job (id, name, data, priority, start_after, group_id, expire_seconds, deletion_seconds, keep_until, retry_limit,
  retry_delay, retry_backoff, policy, heartbeat_seconds)
  select md5(:high || '-' || :low)::uuid, name, '{"subject": "00000000-0000-0000-0000-000000000000"}', 0, now(),
  lpad(:who::text, 32, '0'), expire_seconds, deletion_seconds, now() + interval '14 days', retry_limit, retry_delay,
  retry_backoff, policy, heartbeat_seconds from pgboss.queue where name = 'generate.scripted';
commit;
