namespace Waymark.Platform.Messaging.Delivering;

/// <summary>The statements of <c>msg.delivery</c>.</summary>
internal static class DeliverySql
{
    /// <summary>
    /// Hands a batch to all consumers of one service. What was delivered, applied or died here before is passed over;
    /// the offset keeps these two looks single index probes whatever the planner believes of the tables' sizes.
    /// </summary>
    public const string Add =
        """
        insert into msg.delivery (consumer, message_id, lane, partition_key, key_version, envelope)
        select s.consumer, m.id, m.lane, m.partition_key, m.key_version, m.envelope
        from unnest($1::uuid[], $2::smallint[], $3::text[], $4::bigint[], $5::text[], $6::bytea[])
          with ordinality m(id, lane, partition_key, key_version, type, envelope, place)
        join unnest($7::text[], $8::text[]) s(consumer, type) on s.type = m.type
        where not exists (select 1 from msg.inbox i where i.consumer = s.consumer and i.message_id = m.id offset 0)
          and not exists (select 1 from msg.dead_letter l
            where l.consumer = s.consumer and l.message_id = m.id and l.state < 2 offset 0)
        order by m.place
        on conflict do nothing
        """;

    /// <summary>
    /// Takes what is due, without writing to a single delivery: the lane's lease keeps other workers away, and one row
    /// of msg.claim per lane and consumer says what is in hand, for whoever takes the lane over. A lapsed or fenced lease
    /// takes nothing.
    /// Order: a delivery is held back while an earlier version of its key waits after a failure; an earlier version
    /// that has not failed stands before it in the same queue, and one lane and consumer is worked through in order.
    /// A suspect is taken alone, and only when it stands first.
    /// </summary>
    public const string Claim =
        """
        with asked as (
          select a.* from unnest($1::smallint[], $2::bigint[], $3::text[], $4::int[])
            with ordinality a(lane, epoch, consumer, at_most, place)
          join msg.lane_lease l on l.lane = a.lane and l.epoch = a.epoch and l.owner = $5 and l.lease_until > now()),
        due as (
          select a.lane, a.epoch, a.place, d.*
          from asked a cross join lateral (
            select d.consumer, d.message_id, d.partition_key, d.envelope, d.attempts, d.suspect, d.replayed, d.due_at, d.seq
            from msg.delivery d
            where d.lane = a.lane and d.consumer = a.consumer and d.due_at <= now()
              and not exists (select 1 from msg.delivery w where w.consumer = d.consumer and w.partition_key = d.partition_key
                and w.due_at > '-infinity' and w.key_version < d.key_version offset 0)
            order by d.due_at, d.seq limit a.at_most) d
          limit $6),
        placed as (
          select due.*, row_number() over unit as number, count(*) filter (where suspect) over unit as suspects
          from due window unit as (partition by lane, consumer order by due_at, seq)),
        fit as (select * from placed where suspects = 0 or number = 1),
        noted as (
          insert into msg.claim (lane, consumer, epoch, message_ids)
          select lane, consumer, epoch, array_agg(message_id) from fit group by lane, consumer, epoch
          on conflict (lane, consumer) do update set epoch = excluded.epoch, message_ids = excluded.message_ids)
        select place::int, message_id, partition_key, envelope, attempts, suspect, replayed
        from fit order by place, number
        """;

    /// <summary>Counts a start of a suspect, durable before its handler runs.</summary>
    public const string Start =
        """
        with noted as (update msg.claim set message_ids = array[$3::uuid] where lane = $1 and consumer = $2)
        update msg.delivery set starts = starts + 1 where consumer = $2 and message_id = $3 returning starts
        """;

    /// <summary>
    /// The first statement of a consumer's transaction. Deleting the delivery and inserting the inbox row both wait for
    /// whoever does the same, so one of two contenders finds nothing to delete or an inbox row that stands already.
    /// </summary>
    public const string Take =
        """
        with d as (delete from msg.delivery where consumer = $1 and message_id = any($2) returning message_id),
        i as (insert into msg.inbox (consumer, message_id) select $1, message_id from d on conflict do nothing returning message_id)
        select d.message_id, i.message_id is not null from d left join i using (message_id)
        """;

    /// <summary>The same for a replayed delivery, whose dead letter is resolved by the same commit.</summary>
    public const string TakeReplayed =
        """
        with d as (delete from msg.delivery where consumer = $1 and message_id = any($2) returning message_id),
        i as (insert into msg.inbox (consumer, message_id) select $1, message_id from d on conflict do nothing returning message_id),
        r as (update msg.dead_letter l set state = 2, resolved_at = now()
          from d where l.consumer = $1 and l.message_id = d.message_id and l.state < 2)
        select d.message_id, i.message_id is not null from d left join i using (message_id)
        """;

    /// <summary>Notes a failure. It proves that the process survives this delivery, so it is no suspect any more.</summary>
    public const string RetryLater =
        """
        update msg.delivery set attempts = attempts + $3, due_at = clock_timestamp() + $4, last_error = $5, starts = 0, suspect = false
        where consumer = $1 and message_id = $2
        """;

    /// <summary>Moves a delivery to the dead letters; one that was replayed opens its old dead letter again.</summary>
    public const string Bury =
        """
        with d as (delete from msg.delivery where consumer = $1 and message_id = $2 returning *)
        insert into msg.dead_letter (id, direction, consumer, message_id, lane, partition_key, key_version, type, source, tenant_id,
          reason, error_type, error_message, fingerprint, attempts, envelope, first_seen)
        select $3, 'i', d.consumer, d.message_id, d.lane, d.partition_key, d.key_version, $4, $5, $6,
          $7, $8, $9, $10, d.attempts + $11, d.envelope, d.first_seen from d
        on conflict (consumer, message_id) where state < 2 do update set state = 0, reason = excluded.reason,
          error_type = excluded.error_type, error_message = excluded.error_message, fingerprint = excluded.fingerprint,
          attempts = excluded.attempts, died_at = now()
        """;
}
