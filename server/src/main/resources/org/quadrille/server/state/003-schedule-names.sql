-- Runs name their schedule, whose name may be longer than an id.
alter table schedule_run alter column schedule_id set data type varchar(100);
