-- Version 12, for PostgreSQL: a message that is accepted and reported changes in its place, with no new entry in any index.

-- What one transaction allowed, for as long as something of it may be without an end: whose owner is silent is found here. From
-- this version on due_at of a message in flight is null. Older programs still write it there, and it is found there too.
create table flight (
  id bigint generated always as identity primary key,
  -- The first instant before which one of its requests has to begin.
  look_at bigint not null,
  -- Ids, separated by commas.
  messages text not null
);
create index flight_look on flight (look_at);

-- Nothing that a message's acceptance or a status changes stands in an index or in the condition of one.
drop index message_due;
create index message_due on message (due_at, id) where due_at is not null;
drop index message_due_of_sender;
create index message_due_of_sender on message (coalesce(sender, ''), due_at, id) where due_at is not null;
-- Those whose fate is unknown, and what older programs have in flight: what is held never has a send_before.
create index message_in_doubt on message (due_at, id) where due_at is not null and send_before is not null;

-- Room on each page for what becomes of its messages.
alter table message set (fillfactor = 70);
