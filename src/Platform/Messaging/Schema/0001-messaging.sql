-- The messaging schema of one service's database. It runs as the migration role, which owns everything here; at run time
-- the service's own role needs only usage on the schema, DML on its tables and sequences, and execute on its functions.
create schema if not exists msg;

-- Committed events on their way out. Rows vanish when dispatched: a queue, never a log. Payloads stay uncompressed and in
-- the row up to 8 kB, because they live for milliseconds.
create table msg.outbox (
  seq bigint generated always as identity primary key,
  id uuid not null,
  lane smallint not null check (lane between 0 and 15),
  partition_key text collate "C" not null check (length(partition_key) <= 200),
  key_version bigint not null,
  type text not null,
  source text not null,
  subject text not null,
  occurred_at timestamptz not null,
  data bytea not null check (octet_length(data) <= 1048576),
  tenant_id uuid,
  actor_id uuid,
  change_id uuid,
  client_id text,
  correlation_id text,
  causation_id uuid,
  traceparent text,
  tracestate text,
  not_before timestamptz not null default '-infinity',
  attempts int not null default 0,
  last_error text
) with (toast_tuple_target = 8160, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
        autovacuum_vacuum_cost_delay = 0);
alter table msg.outbox alter column data set storage external;
-- Finds the failed row that holds back its key; empty while all is well.
create index outbox_waiting on msg.outbox (partition_key, seq) where not_before > '-infinity';

-- One lease covers a lane of the outbox and of the deliveries. The epoch grows with every owner.
create table msg.lane_lease (
  lane smallint primary key,
  owner uuid,
  epoch bigint not null default 0,
  lease_until timestamptz not null default '-infinity'
) with (fillfactor = 50);
insert into msg.lane_lease (lane) select generate_series(0, 15);

-- The live processes, so that one without lanes can claim its share.
create table msg.worker (
  id uuid primary key,
  seen_until timestamptz not null
) with (fillfactor = 50);

-- What was applied. UUIDv7 sorts by time, so ranges of the id are months, and the key stays unique over all partitions.
create table msg.inbox (
  consumer text collate "C" not null,
  message_id uuid not null,
  handled_at timestamptz not null default clock_timestamp(),
  primary key (consumer, message_id)
) partition by range (message_id);
create table msg.inbox_default partition of msg.inbox default;

-- What is still to be applied. due_at is '-infinity' until a failure: fresh rows are then taken in the order of their
-- arrival, whatever the clock does.
create table msg.delivery (
  consumer text collate "C" not null,
  message_id uuid not null,
  lane smallint not null,
  seq bigint generated always as identity,
  partition_key text collate "C" not null,
  key_version bigint not null,
  envelope bytea not null,
  attempts int not null default 0,
  starts int not null default 0,
  suspect boolean not null default false,
  replayed boolean not null default false,
  due_at timestamptz not null default '-infinity',
  first_seen timestamptz not null default now(),
  last_error text,
  primary key (consumer, message_id)
) with (toast_tuple_target = 8160, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
        autovacuum_vacuum_cost_delay = 0);
alter table msg.delivery alter column envelope set storage external;
create index delivery_due on msg.delivery (lane, consumer, due_at, seq);
-- Finds the failed delivery that holds back its key; empty while all is well.
create index delivery_waiting on msg.delivery (consumer, partition_key, key_version) where due_at > '-infinity';

-- What a lane's owner has in its hands, one row per lane and consumer. It stands in for a lock on every delivery: the
-- lease keeps others away, and whoever takes the lane over learns here which deliveries were lost with their process.
create table msg.claim (
  lane smallint not null,
  consumer text collate "C" not null,
  epoch bigint not null,
  message_ids uuid[] not null,
  primary key (lane, consumer)
) with (fillfactor = 50);
alter table msg.claim alter column message_ids set storage plain;

-- States: 0 open, 1 replaying, 2 resolved, 3 discarded. Direction: i of a consumer, o of the outbox.
create table msg.dead_letter (
  id uuid primary key,
  direction char(1) not null check (direction in ('i', 'o')),
  consumer text collate "C" not null default '',
  message_id uuid not null,
  lane smallint not null,
  partition_key text collate "C" not null,
  key_version bigint not null,
  type text not null,
  source text not null,
  tenant_id uuid,
  reason text not null check (reason in ('retries-exhausted', 'not-retryable', 'crash-loop', 'undeliverable',
    'unsupported-version', 'malformed', 'oversize')),
  error_type text,
  error_message text,
  fingerprint bytea,
  attempts int not null,
  envelope bytea not null,
  first_seen timestamptz not null,
  died_at timestamptz not null default now(),
  state smallint not null default 0 check (state between 0 and 3),
  replay_count int not null default 0,
  resolved_at timestamptz,
  resolved_by text,
  note text
);
create unique index dead_letter_live on msg.dead_letter (consumer, message_id) where state < 2;
create index dead_letter_open on msg.dead_letter (died_at) where state = 0;
create index dead_letter_closed on msg.dead_letter (resolved_at) where state >= 2;

create table msg.saga (
  type text not null,
  key text not null,
  id uuid not null unique,
  version bigint not null,
  step text not null,
  state jsonb not null,
  status smallint not null default 0,
  due_at timestamptz,
  updated_at timestamptz not null default now(),
  primary key (type, key)
);
create index saga_due on msg.saga (due_at) where status = 0 and due_at is not null;

-- Finished answers of HTTP commands; a row commits with its command or not at all.
create table msg.idempotency (
  principal text collate "C" not null,
  route text collate "C" not null,
  key text collate "C" not null check (length(key) between 1 and 255),
  fingerprint bytea not null,
  http_status smallint not null,
  headers jsonb,
  body bytea,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '24 hours',
  primary key (principal, route, key)
);
create index idempotency_expires on msg.idempotency (expires_at);

-- Makes the partitions of this month and the next two and drops those whose last id is older than the retention. It runs
-- with the rights of its owner, because the run-time role owns no table and the daily call has no other connection.
-- Attaching takes a light lock on the inbox; dropping takes a hard one, so it gives up after two seconds and comes again.
create function msg.roll_inbox(retention interval) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '2s' as $$
declare
  this_month timestamp := date_trunc('month', now() at time zone 'UTC');
  from_month timestamp;
  part text;
begin
  perform pg_advisory_xact_lock(hashtext('msg.roll_inbox'));
  for ahead in 0..2 loop
    from_month := this_month + make_interval(months => ahead);
    part := 'inbox_' || to_char(from_month, 'YYYYMM');
    if to_regclass('msg.' || part) is null then
      begin
        execute format('create table msg.%I (like msg.inbox including all)', part);
        execute format('alter table msg.inbox attach partition msg.%I for values from (%L) to (%L)', part,
          msg.first_id_at(from_month), msg.first_id_at(from_month + interval '1 month'));
      exception when check_violation then
        -- The default partition holds ids of that month already; it keeps the whole month.
        raise warning 'The inbox partition % was not made: its ids stand in the default partition.', part;
      end;
    end if;
  end loop;
  for part in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'msg.inbox'::regclass and c.relname ~ '^inbox_[0-9]{6}$'
  loop
    if to_date(substr(part, 7), 'YYYYMM') + interval '1 month' + retention < now() at time zone 'UTC' then
      execute format('drop table msg.%I', part);
    end if;
  end loop;
end $$;

create function msg.first_id_at(at timestamp) returns uuid
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;

select msg.roll_inbox(interval '30 days');
