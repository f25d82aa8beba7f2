-- States of the explorer under a name.
create table if not exists saved_view (
  id varchar(36) primary key,
  catalog varchar(200) not null,
  name varchar(100) not null,
  query ${text} not null,
  changed_at timestamp with time zone not null
);
create unique index if not exists saved_view_name on saved_view (catalog, name);

-- The tiles of a catalog's cockpit, one line each: source and width.
create table if not exists cockpit (
  catalog varchar(200) primary key,
  tiles ${text} not null,
  changed_at timestamp with time zone not null
);
