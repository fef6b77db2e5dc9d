-- Version 8, for PostgreSQL: what can be erased is encrypted, who stands up for a confirmation, and more that is told as events.

-- Keys of people. Deleted with the person: then nothing that they encrypt can be read, in a copy neither.
create table person_key (
  id bigint primary key,
  -- 0: what concerns nobody.
  person_id bigint not null,
  -- Id of the key outside the store that wraps it.
  wrapping text not null,
  wrapped text not null
);
create index person_key_of_person on person_key (person_id);

-- By which of them a row is encrypted; null when it is not.
alter table message_content add column key_id bigint;
alter table consent_evidence add column key_id bigint;
alter table inbox add column key_id bigint;

-- The latest confirmation by the person or by somebody who is named.
alter table consent add column vouched_at bigint;
-- The grant of which it was told that it will lapse.
alter table consent add column lapse_told_of bigint;

-- Of what the platform told: the kind of its event, about which template, number or account, and as it came.
alter table event add column change text;
alter table event add column about text;
alter table event add column detail text;
-- Why marketing pauses, as it was last told; null when it does not.
alter table installation add column pause_told text;
