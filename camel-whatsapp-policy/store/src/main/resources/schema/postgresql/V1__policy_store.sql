-- State of whatsapp-policy, version 1, for PostgreSQL.
-- Instants are milliseconds since 1970-01-01 UTC, JSON is text. Rows refer to one another without foreign keys, so that
-- person-wise distribution stays possible; the program keeps them whole.

-- One row about the store itself.
create table installation (
  one integer primary key check (one = 1),
  created_at bigint not null,
  -- Grows with every change of the document or the templates: tells nodes to read them again.
  epoch bigint not null,
  -- Marketing waits for a suppression list imported after this.
  doubted_since bigint not null,
  suppression_imported_at bigint,
  -- real; running or frozen: virtual time, counted from clock_base since clock_started.
  clock text not null default 'real',
  clock_base bigint,
  clock_started bigint
);

-- The policy documents that were active; the one of the highest revision is.
create table policy_document (
  revision bigint primary key,
  hash text not null,
  text text not null,
  fresh_store text not null,
  activated_at bigint not null,
  activated_by text not null
);

create table sender (
  name text primary key,
  -- When the sender's rate is free again, in nanoseconds since 1970.
  free_at_nanos bigint not null
);

create table template (
  account text not null,
  name text not null,
  language text not null,
  status text not null,
  category text not null,
  header_parameters text not null,
  body_parameters text not null,
  primary key (account, name, language)
);

-- One row a person; whoever changes or judges anything of a person locks it.
create table person (
  id bigint primary key,
  zone text,
  last_inbound_at bigint,
  questioned_until bigint,
  quarantined boolean not null default false
);

-- The only table with addresses: everything else refers to ids.
create table recipient_address (
  address text primary key,
  id bigint not null unique,
  person_id bigint not null,
  -- phone or user-id
  kind text not null,
  send_to text not null,
  region text not null
);

-- What is in force.
create table consent (
  person_id bigint not null,
  -- grant or opt-out
  kind text not null,
  -- all, marketing, marketing:app or purpose:<name>
  scope text not null,
  event_id bigint not null,
  act_at bigint not null,
  source text not null,
  document text,
  language text,
  confirmed_at bigint,
  expires_at bigint,
  imported boolean not null,
  lifts_at bigint,
  primary key (person_id, kind, scope)
);

-- Every act ever recorded; rows are only added.
create table consent_event (
  id bigint primary key,
  person_id bigint not null,
  -- granted, confirmed, withdrawn, resumed or questioned
  act text not null,
  scope text not null,
  act_at bigint not null,
  source text not null,
  document text,
  language text,
  expires_at bigint,
  imported boolean not null,
  effect text not null,
  recorded_at bigint not null
);
create index consent_event_of_person on consent_event (person_id);

-- Erasable: who entered an act and what proves it.
create table consent_evidence (
  event_id bigint primary key,
  person_id bigint not null,
  actor text,
  reference text
);

-- Ledger and outbox: one row a message. What is read with every decision stands first.
create table message (
  id uuid primary key,
  -- Null when the recipient was unreadable.
  person_id bigint,
  address_id bigint,
  -- Of the last decision; counts against caps from here
  decided_at bigint not null,
  -- until here, or not at all.
  counts_to bigint,
  purpose text not null,
  category text not null,
  proactive boolean not null,
  state text not null,
  attempt integer not null,
  changed_at bigint not null,
  not_before bigint,
  send_before bigint,
  -- When somebody has to look at it: held until then (also: claimed until then), or in flight until then.
  due_at bigint,
  wamid text,
  error_code integer not null,
  idempotency_key text,
  sender text,
  -- Whether the route named the sender; else it follows the policy document until the message is sent.
  sender_named boolean not null,
  type text not null,
  template text,
  language text,
  priority integer not null,
  taken_at bigint not null,
  expires_at bigint,
  policy_hash text not null,
  -- JSON: every finding of the last decision.
  reasons text not null
);
create index message_of_person on message (person_id, decided_at);
create index message_due on message (state, due_at) where due_at is not null;

-- Erasable: what was said.
create table message_content (
  message_id uuid primary key,
  payload text not null,
  context text
);

-- Never erased before the decisions are.
create table idempotency_key (
  key text primary key,
  message_id uuid not null,
  recorded_at bigint not null
);
