-- The film that another is made from is a file of the task that makes it.
alter table assets drop constraint assets_kind_check;
alter table assets add constraint assets_kind_check
  check (kind in ('video', 'thumbnail', 'image', 'character', 'source'));
