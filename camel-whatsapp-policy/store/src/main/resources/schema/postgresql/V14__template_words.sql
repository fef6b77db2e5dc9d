-- Version 14, for PostgreSQL: what the platform told of templates that a file declares. Older nodes go on without.

create table template_told (
    account  text   not null,
    name     text   not null,
    language text   not null,
    what     text   not null,
    word     text   not null,
    told_at  bigint not null,
    primary key (account, name, language, what)
);
