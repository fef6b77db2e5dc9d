-- Version 9, for SQLite: one node at a time takes away what is past its retention.

create table upkeep (
  one integer primary key check (one = 1),
  -- Which node does it, and until when no other may.
  leader text,
  lead_until bigint
);
insert into upkeep (one, leader, lead_until) values (1, null, null);

-- Of many messages that are due at the same instant the first few are found without sorting all of them.
drop index message_due;
create index message_due on message (state, due_at, id) where due_at is not null;
