-- Version 4, for SQLite: what happened, for those who subscribed.

create table event (
  id integer primary key autoincrement,
  -- Its place in the order, given when it can be seen by readers; null until then.
  place bigint,
  -- consent, opt-out, decision or outcome
  kind text not null,
  happened_at bigint not null,
  -- Of an act of consent: whose, by which address, and its row in consent_event.
  person_id bigint,
  address_id bigint,
  act_id bigint,
  -- Of a message: which, and in what attempt.
  message_id text,
  attempt integer not null,
  -- Of a decision what it was, of an outcome where the message stands.
  state text,
  not_before bigint,
  wamid text,
  error_code integer not null,
  -- Codes of the reasons, separated by commas.
  reasons text
);
create unique index event_place on event (place) where place is not null;
create index event_unseen on event (id) where place is null;

-- One row: the last place that was given.
create table event_order (
  one integer primary key check (one = 1),
  last_place bigint not null
);
insert into event_order (one, last_place) values (1, 0);

create table subscriber (
  name text primary key,
  -- What it wants, separated by commas.
  kinds text not null,
  -- Everything up to there was taken.
  place bigint not null,
  -- Who reads for it, and until when nobody else may.
  reader text,
  lead_until bigint,
  seen_at bigint not null
) without rowid;

-- Events a subscriber could not take.
create table event_dead (
  subscriber text not null,
  place bigint not null,
  died_at bigint not null,
  primary key (subscriber, place)
) without rowid;

-- Everything that somebody subscribed to, separated by commas: nothing else is written.
alter table installation add column event_kinds text not null default '';
