-- The engines that did not take the task, in the order in which they were asked; `engine` is the one that has it now.
alter table tasks add column tried_engines text[] not null default '{}';
