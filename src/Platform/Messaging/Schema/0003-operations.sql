-- What the operations service needs to know of a service's messaging.

-- Which act replayed or discarded a dead letter, so that the record of the act can be completed after a crash.
alter table msg.dead_letter add column act_id uuid;

-- Consumers in outage, written by whoever probes them. A row that is not renewed means nothing any more.
create table msg.outage (
  consumer text collate "C" primary key,
  since timestamptz not null default now(),
  probed_at timestamptz not null default now(),
  error text not null
) with (fillfactor = 50);
