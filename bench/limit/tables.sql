-- The bare program's tables and as many tasks as the product is given: project 1 has 100 tasks, project 2 has 5,000,
-- projects 3 to 50 have 50 each, so that writes spread and the table is not a toy.
create table task (
    id bigint generated always as identity primary key,
    project_id bigint not null,
    title text not null,
    description text not null,
    status text not null,
    priority smallint not null,
    assignee_id bigint,
    due_at timestamptz,
    version int not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now());
create index on task (project_id, id);

create table outbox (
    id bigint generated always as identity primary key,
    topic text not null,
    aggregate_id bigint not null,
    payload text not null,
    created_at timestamptz not null default now(),
    sent_at timestamptz);

create table account (
    id bigint generated always as identity primary key,
    email text not null unique,
    salt bytea not null,
    hash bytea not null);

insert into task (project_id, title, description, status, priority, due_at)
select project, 'Task ' || n, repeat('The quick brown fox jumps over it. ', 6), 'todo', n % 5, now() + n * interval '1 hour'
from (select 1 project, 100 size union all select 2, 5000 union all select p, 50 from generate_series(3, 50) p) given,
    lateral generate_series(1, size) n
order by project, n;
