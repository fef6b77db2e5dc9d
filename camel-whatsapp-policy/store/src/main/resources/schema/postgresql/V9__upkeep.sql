-- Version 9, for PostgreSQL: one node at a time takes away what is past its retention.

create table upkeep (
  one integer primary key check (one = 1),
  -- Which node does it, and until when no other may.
  leader text,
  lead_until bigint
);
insert into upkeep (one, leader, lead_until) values (1, null, null);
