-- Version 7, for SQLite: people who were erased, and their opt-outs.

-- Made when the first person is erased; whoever has it can test whether a number is among them.
alter table installation add column suppression_key text;

-- What is left of an erased person: that somebody with this address took consent back.
create table suppression (
  -- HMAC-SHA256 of the address by the key of the installation.
  digest text not null,
  scope text not null,
  act_at bigint not null,
  primary key (digest, scope)
);
