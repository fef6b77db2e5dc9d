-- For PostgreSQL: attempts that count beside the present one, and those that do not count as tried.

-- Earlier attempts that may have been sent, separated by commas: number, category, whether proactive, from when to when it counts.
alter table message add column earlier text;
-- How many attempts were never begun.
alter table message add column unbegun integer not null default 0;
