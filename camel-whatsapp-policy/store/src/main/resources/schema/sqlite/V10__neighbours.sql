-- Version 10, for SQLite: which older versions may go on beside this one.

-- The lowest version of these scripts that a program must know to use the tables as this script left them. Scripts add, so that
-- older programs go on; one that takes away or gives another meaning raises it.
alter table whatsapp_policy_schema add column oldest integer not null default 1;
