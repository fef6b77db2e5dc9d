-- Version 5, for PostgreSQL: what operators ordered.

create table stopped (
  -- all, or sender:, purpose: or template: and a name
  scope text primary key,
  since bigint not null,
  by_whom text not null,
  why text not null
);

-- Rows are only added.
create table audit_entry (
  id bigint primary key,
  ordered_at bigint not null,
  by_whom text not null,
  action text not null,
  about text not null,
  why text not null
);
