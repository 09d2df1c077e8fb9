-- Somebody asked for another attempt, and it was not made yet: neither its age nor the rest of its receiver is in the way.
alter table deliveries add column reopened boolean not null default false;
