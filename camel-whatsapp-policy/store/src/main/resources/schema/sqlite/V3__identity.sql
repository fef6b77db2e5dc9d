-- Version 3, for SQLite: who is whom, and what people set for themselves.

-- Of a user id: the business portfolio it belongs to, or an empty text when that is not known.
alter table recipient_address add column portfolio text not null default '';
-- When it was first seen together with the person's other addresses, or left them.
alter table recipient_address add column seen_at bigint;
create index recipient_address_of_person on recipient_address (person_id);

-- Consent from before counts no more: somebody else may have the phone.
alter table person add column quarantined_since bigint;
alter table person drop column quarantined;
-- What the person wants on top of the policy; as in the policy document, separated by commas.
alter table person add column own_hours text;
alter table person add column own_caps text;
alter table person add column language text;

create index inbox_dead on inbox (person_id) where dead;
