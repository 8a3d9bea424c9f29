-- Who let a stuck saga go on last: an act of operations finds out by it what it did when its process died.
alter table msg.saga add column act_id uuid;
