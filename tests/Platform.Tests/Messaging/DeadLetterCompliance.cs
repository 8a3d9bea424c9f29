using Waymark.Platform.Messaging;
using Waymark.Platform.Messaging.DeadLetters;
using Waymark.Platform.Messaging.Hosting;
using Waymark.Platform.Messaging.Lanes;
using Waymark.Platform.Tests.Messaging.Rig;

namespace Waymark.Platform.Tests.Messaging;

public abstract partial class MessagingCompliance
{
    [Fact]
    public async Task Replay_is_atomic_and_once()
    {
        await using var rig = await DeadAsync(30);
        var letters = await rig.DeadLetters.ListAsync("other", new DeadLetterFilter { States = [DeadLetterState.Open] }, 100, null, CancellationToken.None);
        var ids = letters.Select(l => l.Id).ToList();
        Assert.Equal(30, ids.Count);
        Assert.Single(letters.Select(l => l.Fingerprint).Distinct());

        rig.Script.Before = (_, _, _) => Task.CompletedTask;
        var replays = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => rig.DeadLetters.ReplayAsync("other", ids, Somebody(), force: false, CancellationToken.None)));
        Assert.Equal(30, replays.Sum(r => r.Count));
        await rig.UntilEffectsAsync(RecordElsewhere.Consumer, 30);
        await rig.UntilQuietAsync();
        Assert.Equal(30, (await rig.EffectsAsync(RecordElsewhere.Consumer)).Count);
        Assert.Equal(30L, await rig.AskAsync<long>("other", "select count(*) from msg.dead_letter where state = 2 and resolved_at is not null"));
    }

    [Fact]
    public async Task Replay_of_resolved_is_noop()
    {
        await using var rig = await DeadAsync(1);
        var id = await rig.AskAsync<Guid>("other", "select id from msg.dead_letter");
        rig.Script.Before = (_, _, _) => Task.CompletedTask;
        Assert.Single(await rig.DeadLetters.ReplayAsync("other", [id], Somebody(), force: false, CancellationToken.None));
        await rig.UntilAskedAsync("other", (short)2, "select state from msg.dead_letter");
        Assert.Empty(await rig.DeadLetters.ReplayAsync("other", [id], Somebody(), force: true, CancellationToken.None));
        Assert.Empty(await rig.DeadLetters.DiscardAsync("other", [id], Somebody(), "too late", CancellationToken.None));
        await rig.UntilQuietAsync();
        Assert.Single(await rig.EffectsAsync(RecordElsewhere.Consumer));
    }

    [Fact]
    public async Task A_replay_that_dies_again_opens_the_same_letter()
    {
        await using var rig = await DeadAsync(1);
        var id = await rig.AskAsync<Guid>("other", "select id from msg.dead_letter");
        await rig.DeadLetters.ReplayAsync("other", [id], Somebody(), force: false, CancellationToken.None);
        await rig.UntilAskedAsync("other", 1L, "select count(*) from msg.dead_letter where state = 0 and replay_count = 1");
        Assert.Equal(1L, await rig.AskAsync<long>("other", "select count(*) from msg.dead_letter"));
        Assert.Single(await rig.DeadLetters.DiscardAsync("other", [id], Somebody(), "not needed", CancellationToken.None));
        Assert.Equal(DeadLetterState.Discarded, Assert.Single(await rig.DeadLetters.ListAsync("other", new DeadLetterFilter(), 10, null, CancellationToken.None)).State);
        Assert.Empty(await rig.EffectsAsync(RecordElsewhere.Consumer));
    }

    [Fact]
    public async Task A_replay_older_than_the_inbox_remembers_needs_force()
    {
        await using var rig = await DeadAsync(1);
        rig.Script.Before = (_, _, _) => Task.CompletedTask;
        await rig.RunAsync("other", "update msg.dead_letter set first_seen = now() - interval '31 days'");
        var id = await rig.AskAsync<Guid>("other", "select id from msg.dead_letter");
        Assert.Empty(await rig.DeadLetters.ReplayAsync("other", [id], Somebody(), force: false, CancellationToken.None));
        Assert.Single(await rig.DeadLetters.ReplayAsync("other", [id], Somebody(), force: true, CancellationToken.None));
        await rig.UntilEffectsAsync(RecordElsewhere.Consumer, 1);
    }

    [Fact]
    public async Task Housekeeping_forgets_what_is_over_in_bounded_batches_and_keeps_the_rest()
    {
        await using var rig = await DeadAsync(2);
        await rig.StopAsync();
        var other = rig.Local("other");
        var leases = new LaneLeases(rig.Databases.Relay("other"), other.Owner);
        await leases.BeatAsync(CancellationToken.None);
        await rig.RunAsync(
            "other",
            """
            insert into msg.idempotency (principal, route, key, fingerprint, http_status, expires_at)
            select '', 'POST /api/x', n::text, '\x00', 200, now() + case when n <= $1 then -1 else 1 end * interval '1 minute' from generate_series(1, $1 + 5) n
            """,
            (Housekeeping.Most * 2) + 1);
        await rig.RunAsync("other", "insert into msg.inbox (consumer, message_id, handled_at) values ('gone', '00000000-0000-7000-8000-000000000001', now() - interval '31 days')");
        await rig.RunAsync("other", "update msg.dead_letter set state = 2, resolved_at = now() - interval '31 days' where id = (select id from msg.dead_letter limit 1)");
        await rig.RunAsync("other", "update msg.dead_letter set state = 1, died_at = now() - interval '1 hour' where state = 0");
        await rig.RunAsync(
            "other",
            "insert into msg.delivery (consumer, message_id, lane, partition_key, key_version, envelope, first_seen) values ('other.removed', $1, 1, 'a:1', 1, '\\x00', now() - interval '2 hours')",
            Guid.CreateVersion7());
        await new Housekeeping(other, leases).RoundAsync(CancellationToken.None);

        Assert.Equal(5L, await rig.AskAsync<long>("other", "select count(*) from msg.idempotency"));
        Assert.Equal(0L, await rig.AskAsync<long>("other", "select count(*) from msg.inbox where consumer = 'gone'"));
        // The resolved one is forgotten, the replay that got lost is open again, the orphan is a dead letter.
        Assert.Equal(2L, await rig.AskAsync<long>("other", "select count(*) from msg.dead_letter where state = 0"));
        Assert.Equal(2L, await rig.AskAsync<long>("other", "select count(*) from msg.dead_letter"));
        Assert.Equal(0L, await rig.AskAsync<long>("other", "select count(*) from msg.delivery"));
        Assert.Equal(3L, await rig.AskAsync<long>("other", "select count(*) from pg_inherits where inhparent = 'msg.inbox'::regclass and inhrelid::regclass::text ~ '[0-9]{6}'"));
    }

    [Fact]
    public async Task No_non_terminal_state_without_sweeper()
    {
        var terminal = new[] { DeadLetterState.Resolved, DeadLetterState.Discarded };
        await using var rig = await RigAsync();
        foreach (var state in Enum.GetValues<DeadLetterState>())
        {
            await rig.RunAsync(
                "other",
                """
                insert into msg.dead_letter (id, direction, consumer, message_id, lane, partition_key, key_version, type, source, reason, attempts,
                  envelope, first_seen, died_at, state, resolved_at)
                values ($1, 'i', 'other.record-elsewhere', $1, 1, 'a:1', 1, 't', 's', 'malformed', 1, '\x00', now(), now() - interval '1 hour', $2,
                  case when $2 >= 2 then now() end)
                """,
                Guid.CreateVersion7(),
                (short)state);
        }

        var other = rig.Local("other");
        var leases = new LaneLeases(rig.Databases.Relay("other"), other.Owner);
        await leases.BeatAsync(CancellationToken.None);
        await new Housekeeping(other, leases).RoundAsync(CancellationToken.None);
        // What nobody works on any more is open, and what is open is counted for everybody to see.
        var open = Enum.GetValues<DeadLetterState>().Length - terminal.Length;
        Assert.Equal((long)open, await rig.AskAsync<long>("other", "select count(*) from msg.dead_letter where state = 0"));
        foreach (var state in terminal)
            Assert.Equal(1L, await rig.AskAsync<long>("other", "select count(*) from msg.dead_letter where state = $1", (short)state));
    }

    [Fact]
    public async Task Inbox_partitions_older_than_the_retention_are_dropped_by_a_role_that_owns_no_table()
    {
        await using var rig = await RigAsync();
        await rig.AdministerInsideAsync(
            "other",
            "create table msg.inbox_202001 partition of msg.inbox for values from ('016f5e66-e800-0000-0000-000000000000') to ('016ffe0b-0400-0000-0000-000000000000')");
        await rig.RunAsync("other", "select msg.roll_inbox(interval '30 days')");
        Assert.Equal(0L, await rig.AskAsync<long>("other", "select count(*) from pg_class where relname = 'inbox_202001'"));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => rig.RunAsync("other", "drop table msg.inbox_default"));
    }

    [Fact]
    public async Task Letters_of_one_key_replayed_together_apply_in_the_order_of_their_versions()
    {
        await using var rig = await RigAsync();
        rig.Script.Before = (consumer, _, _) => consumer == RecordElsewhere.Consumer ? throw new NotRetryableException("no") : Task.CompletedTask;
        await rig.PublishAsync(5);
        await rig.StartAsync();
        await rig.UntilAskedAsync("other", 5L, "select count(*) from msg.dead_letter where state = 0");
        await rig.RunAsync("other", "update msg.dead_letter set died_at = now() - key_version * interval '1 minute'");
        rig.Script.Before = (_, _, _) => Task.CompletedTask;
        var latestFirst = await rig.DeadLetters.ListAsync("other", new DeadLetterFilter(), 100, null, CancellationToken.None);
        Assert.Equal(5, (await rig.DeadLetters.ReplayAsync("other", [.. latestFirst.Select(l => l.Id)], Somebody(), force: false, CancellationToken.None)).Count);
        await rig.UntilEffectsAsync(RecordElsewhere.Consumer, 5);
        Assert.Equal([1, 2, 3, 4, 5], (await rig.EffectsAsync(RecordElsewhere.Consumer)).Select(e => e.Version));
    }

    protected static DeadLetterAct Somebody() => new(Guid.CreateVersion7(), "somebody");

    /// <summary>A running rig in whose other service events of as many keys became dead letters.</summary>
    private async Task<MessagingRig> DeadAsync(int events)
    {
        var rig = await RigAsync();
        rig.Script.Before = (consumer, e, _) =>
            consumer == RecordElsewhere.Consumer ? throw new NotRetryableException($"no project {e.Context.Id}") : Task.CompletedTask;
        for (var i = 0; i < events; i++)
            await rig.PublishAsync();
        await rig.StartAsync();
        await rig.UntilAskedAsync("other", (long)events, "select count(*) from msg.dead_letter where state = 0");
        await rig.UntilQuietAsync();
        return rig;
    }
}
