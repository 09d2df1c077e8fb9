-- What the engine says of its work, such as the plan it drew by; a small JSON object that is shown in the record.
alter table tasks add column engine_details jsonb;
