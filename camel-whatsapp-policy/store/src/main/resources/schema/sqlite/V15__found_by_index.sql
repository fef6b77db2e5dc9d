-- Version 15, for SQLite: what is looked for by one person, or every hour, is found by an index. Older nodes go on without.

-- A person is erased without a look at all that waits for a subscriber.
create index event_of_message on event (message_id) where wamid is not null;
create index event_of_address on event (address_id) where address_id is not null;

-- Consents that will lapse are looked for every hour, and mostly in vain.
create index consent_of_age on consent (scope, act_at) where kind = 'grant';
create index consent_to_end on consent (scope, expires_at) where kind = 'grant' and expires_at is not null;
