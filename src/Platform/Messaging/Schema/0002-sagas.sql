-- What a saga's runner needs: its lane, how far it has come, and why it does not go on.
-- Status: 0 running, 1 compensating, 2 completed, 3 compensated.
alter table msg.saga
  add column lane smallint not null default 0 check (lane between 0 and 15),
  add column done text[] not null default '{}',
  add column received text[] not null default '{}',
  add column attempts int not null default 0,
  add column is_stuck boolean not null default false,
  add column reason text,
  add column actor_id uuid,
  add column correlation_id text,
  add column started_at timestamptz not null default now();

drop index msg.saga_due;
create index saga_due on msg.saga (due_at) where due_at is not null;
-- What operations look at: everything that has not ended, and what has ended long enough ago to be forgotten.
create index saga_open on msg.saga (started_at) where status < 2;
create index saga_ended on msg.saga (updated_at) where status >= 2;
