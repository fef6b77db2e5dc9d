-- Version 11, for PostgreSQL: what is due is claimed by sender, so that a slow one keeps no other's messages waiting.

create index message_due_of_sender on message (coalesce(sender, ''), due_at, id) where state = 'HELD' and due_at is not null;
