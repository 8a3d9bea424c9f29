namespace Waymark.Platform.Messaging.Lanes;

/// <summary>The statements of the lane leases. All times are the database's.</summary>
internal static class LaneSql
{
    public const string Seen =
        """
        insert into msg.worker (id, seen_until) values ($1, now() + interval '15 s')
        on conflict (id) do update set seen_until = excluded.seen_until
        """;

    public const string Renew =
        """
        update msg.lane_lease l set lease_until = now() + interval '15 s'
        from unnest($2::smallint[], $3::bigint[]) held(lane, epoch)
        where l.lane = held.lane and l.owner = $1 and l.epoch = held.epoch
        returning l.lane
        """;

    public const string CountLive = "select count(*)::int from msg.worker where seen_until > now()";

    /// <summary>
    /// Takes lanes that nobody holds, or that are left from this process's former life. What the former owner had in its
    /// hands becomes suspect in the same statement, unless a failure was recorded for it since. What somebody has locked is in the
    /// hands of one who may be frozen but lives: waiting for it would keep everybody from the lanes.
    /// </summary>
    public const string Acquire =
        """
        with free as (
          select lane from msg.lane_lease
          where (lease_until < now() or owner = $1) and lane <> all($2)
          order by lease_until, lane limit $3 for update skip locked),
        taken as (
          update msg.lane_lease l set owner = $1, epoch = l.epoch + 1, lease_until = now() + interval '15 s'
          from free where l.lane = free.lane returning l.lane, l.epoch),
        lost as (
          update msg.claim c set message_ids = '{}'
          from taken join msg.claim o on o.lane = taken.lane
          where c.lane = o.lane and c.consumer = o.consumer and cardinality(o.message_ids) > 0
          returning c.consumer, o.message_ids),
        suspects as (
          update msg.delivery d set suspect = true
          from (
            select f.consumer, f.message_id from lost cross join unnest(lost.message_ids) held(id)
            join msg.delivery f on f.consumer = lost.consumer and f.message_id = held.id
            where f.due_at <= now() for update of f skip locked) s
          where d.consumer = s.consumer and d.message_id = s.message_id returning 1)
        select lane, epoch from taken
        """;

    public const string Release =
        """
        with freed as (
          update msg.lane_lease l set owner = null, lease_until = '-infinity'
          from unnest($2::smallint[], $3::bigint[]) held(lane, epoch)
          where l.lane = held.lane and l.owner = $1 and l.epoch = held.epoch returning l.lane)
        update msg.claim c set message_ids = '{}' from freed where c.lane = freed.lane
        """;

    public const string Leave = "delete from msg.worker where id = $1";
}
