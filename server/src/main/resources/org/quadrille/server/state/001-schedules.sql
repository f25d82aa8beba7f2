-- What is to be sent, when and to whom.
create table if not exists schedule (
  id varchar(36) primary key,
  name varchar(200) not null,
  definition ${text} not null,
  paused boolean not null,
  changed_at timestamp with time zone not null
);

-- Each due time of a schedule once.
create table if not exists schedule_run (
  id varchar(36) primary key,
  schedule_id varchar(36) not null,
  due_at timestamp with time zone not null,
  test boolean not null,
  outcome varchar(20) not null,
  attempts integer not null,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  message ${text}
);
create unique index if not exists schedule_run_once on schedule_run (schedule_id, due_at, test);
create index if not exists schedule_run_start on schedule_run (started_at);

-- What one recipient gets in a run; mails and web hooks leave by it.
create table if not exists delivery (
  id varchar(36) primary key,
  run_id varchar(36) not null,
  recipient varchar(500) not null,
  outcome varchar(20) not null,
  message_id varchar(300) not null,
  fingerprint varchar(64),
  changed_at timestamp with time zone not null,
  message ${text}
);
create unique index if not exists delivery_once on delivery (run_id, recipient);

-- The documents of a run, kept for a time.
create table if not exists document (
  id varchar(36) primary key,
  delivery_id varchar(36) not null,
  name varchar(300) not null,
  media_type varchar(100) not null,
  content ${blob} not null,
  made_at timestamp with time zone not null
);
create index if not exists document_of_delivery on document (delivery_id);

-- The library db-scheduler keeps what is due here; its names are fixed.
create table if not exists scheduled_tasks (
  task_name varchar(100) not null,
  task_instance varchar(100) not null,
  task_data ${blob},
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by varchar(50),
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures integer,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index if not exists scheduled_tasks_time on scheduled_tasks (execution_time);
create index if not exists scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
