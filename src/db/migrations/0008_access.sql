-- Whoever watches an account is told when a session ended, or a key or the account changed, whatever ended or changed it.
create function tell_access_changed() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'sessions' then
    perform pg_notify('rushes', 'access ' || account_id) from users where id = old.user_id;
  elsif tg_table_name = 'accounts' then
    perform pg_notify('rushes', 'access ' || old.id);
  else
    perform pg_notify('rushes', 'access ' || old.account_id);
  end if;
  return null;
end $$;
create trigger session_ended after delete on sessions
  for each row execute function tell_access_changed();
create trigger key_changed after update of revoked_at, expires_at, sha256, previous_until on api_keys
  for each row execute function tell_access_changed();
create trigger account_changed after update of disabled_at on accounts
  for each row execute function tell_access_changed();
