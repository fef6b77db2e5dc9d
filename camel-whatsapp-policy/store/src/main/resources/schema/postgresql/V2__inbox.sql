-- Version 2, for PostgreSQL: what the platform told.

create table inbox (
  id bigint primary key,
  -- The same for every delivery of the same event.
  key text not null unique,
  person_id bigint,
  kind text not null,
  received_at bigint not null,
  -- When a route gets it (also: claimed until then); null when nobody has to.
  due_at bigint,
  attempts integer not null default 0,
  -- Nobody could take it.
  dead boolean not null default false,
  -- Erasable: what the route gets.
  payload text
);
create index inbox_due on inbox (due_at, id) where due_at is not null;
create index inbox_of_person on inbox (person_id, id) where due_at is not null;
create index inbox_received on inbox (received_at) where due_at is null;
