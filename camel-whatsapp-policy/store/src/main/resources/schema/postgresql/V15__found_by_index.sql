-- Version 15, for PostgreSQL: a person is erased without a look at all that waits for a subscriber. Older nodes go on without.

create index event_of_message on event (message_id) where wamid is not null;
create index event_of_address on event (address_id) where address_id is not null;
