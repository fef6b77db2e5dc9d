-- Version 6, for SQLite: whether the platform is heard.

-- When a status was last heard.
alter table installation add column heard_at bigint;
-- When the first message was accepted of which nothing was heard since.
alter table installation add column unheard_since bigint;
-- Since when the app is known not to be subscribed to what people choose in the app's menu.
alter table installation add column deaf_since bigint;
