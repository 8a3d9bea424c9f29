using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Waymark.Platform.Messaging;
using Waymark.Platform.Messaging.DeadLetters;
using Waymark.Platform.Tests.Messaging.Rig;
using Waymark.Testing;

namespace Waymark.Platform.Tests.Messaging;

public abstract partial class MessagingCompliance
{
    /// <summary>What failed is tried again when a test says so, and not meanwhile, however slow the machine is.</summary>
    private static readonly MessagingOptions WhenTold = new() { RetrySchedule = [.. Enumerable.Repeat(TimeSpan.FromHours(1), 8)] };

    [Fact]
    public async Task Backoff_holds_own_key_only()
    {
        await using var rig = await RigAsync(WhenTold);
        var bad = await rig.PublishAsync(3);
        var good = await rig.PublishAsync(3);
        rig.Script.Before = (consumer, e, _) =>
            consumer != RecordElsewhere.Consumer && e.Context.PartitionKey == bad && e.Context.KeyVersion == 2
                ? throw new InvalidOperationException("not yet")
                : Task.CompletedTask;
        await rig.StartAsync();

        foreach (var consumer in new[] { RecordEach.Consumer, RecordMany.Consumer })
        {
            await rig.UntilEffectsAsync(consumer, 4);
            await rig.UntilAskedAsync("target", 1L, "select count(*) from msg.delivery where consumer = $1 and attempts = 1", consumer);
            var effects = await rig.EffectsAsync(consumer);
            Assert.Equal(3, effects.Count(e => e.Key == good));
            Assert.Equal([1], effects.Where(e => e.Key == bad).Select(e => e.Version));
        }

        // Later events of the key wait too; the other service's consumer never noticed.
        await rig.PublishMoreAsync(bad);
        await rig.UntilEffectsAsync(RecordElsewhere.Consumer, 7);
        rig.Script.Before = (_, _, _) => Task.CompletedTask;
        await rig.RunAsync("target", "update msg.delivery set due_at = now() where attempts > 0");
        foreach (var consumer in new[] { RecordEach.Consumer, RecordMany.Consumer })
        {
            await rig.UntilEffectsAsync(consumer, 7);
            Assert.Equal([1, 2, 3, 4], (await rig.EffectsAsync(consumer)).Where(e => e.Key == bad).Select(e => e.Version));
        }

        await rig.UntilQuietAsync();
    }

    [Fact]
    public async Task A_failed_handler_leaves_no_effect_and_the_retry_leaves_one()
    {
        await using var rig = await RigAsync(WhenTold);
        var fail = true;
        rig.Script.After = (_, _, _) => fail ? throw new InvalidOperationException("after its effect") : Task.CompletedTask;
        await rig.PublishAsync();
        await rig.StartAsync();
        await rig.UntilAskedAsync("target", 2L, "select count(*) from msg.delivery where attempts = 1");
        Assert.Empty(await rig.EffectsAsync(RecordEach.Consumer));
        Assert.Equal(0L, await rig.AskAsync<long>("target", "select count(*) from msg.inbox"));

        fail = false;
        await rig.RunAsync("target", "update msg.delivery set due_at = now()");
        await rig.RunAsync("other", "update msg.delivery set due_at = now()");
        await rig.UntilQuietAsync();
        foreach (var consumer in Everyone)
            Assert.Single(await rig.EffectsAsync(consumer));
    }

    [Fact]
    public async Task Retries_end_in_the_dead_letters_and_attempts_survive_a_restart()
    {
        var rig = await RigAsync(WhenTold);
        rig.Script.Before = (consumer, _, _) => consumer == RecordEach.Consumer ? throw new InvalidOperationException("never") : Task.CompletedTask;
        await rig.PublishAsync();
        await rig.StartAsync();
        for (var attempt = 1; attempt <= 8; attempt++)
        {
            await rig.UntilAskedAsync("target", 1L, "select count(*) from msg.delivery where consumer = $1 and attempts = $2", RecordEach.Consumer, attempt);
            if (attempt == 4)
            {
                var twin = rig.Twin(WhenTold);
                await rig.StopAsync();
                await twin.StartAsync();
                rig = twin;
            }

            await rig.RunAsync("target", "update msg.delivery set due_at = now()");
        }

        await rig.UntilAskedAsync("target", 1L, "select count(*) from msg.dead_letter where state = 0");
        var letter = Assert.Single(await rig.DeadLetters.ListAsync("target", new DeadLetterFilter(), 10, null, CancellationToken.None));
        Assert.Equal((RecordEach.Consumer, DeadLetterReason.RetriesExhausted, 9), (letter.Consumer, letter.Reason, letter.Attempts));
        Assert.Equal("System.InvalidOperationException", letter.ErrorType);
        Assert.Equal("waymark.label.updated.v1", letter.Type);
        Assert.NotNull(letter.Fingerprint);
        await rig.UntilEffectsAsync(RecordMany.Consumer, 1);
        Assert.Single(await rig.EffectsAsync(RecordMany.Consumer));
        await rig.DisposeAsync();
    }

    [Fact]
    public async Task Retry_schedule_uses_database_clock()
    {
        await using var rig = await RigAsync(WhenTold, new ManualTime(new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        rig.Script.Before = (_, _, _) => throw new InvalidOperationException("no");
        await rig.PublishAsync();
        await rig.StartAsync();
        const string wait = "select extract(epoch from min(due_at) - now())::float8 from msg.delivery where attempts = 1";
        await rig.UntilAskedAsync("other", 1L, "select count(*) from msg.delivery where attempts = 1");
        Assert.InRange(await rig.AskAsync<double>("other", wait), 0, 2 * 3600);
    }

    [Fact]
    public async Task Not_retryable_failures_go_to_the_dead_letters_at_once_and_free_their_key()
    {
        await using var rig = await RigAsync();
        rig.Script.Before = (consumer, e, _) =>
            consumer == RecordEach.Consumer && e.Context.KeyVersion == 1 ? throw new NotRetryableException("its project is gone") : Task.CompletedTask;
        await rig.PublishAsync(2);
        await rig.StartAsync();
        await rig.UntilQuietAsync();
        Assert.Equal([2], (await rig.EffectsAsync(RecordEach.Consumer)).Select(e => e.Version));
        Assert.Equal(DeadLetterReason.NotRetryable, await rig.AskAsync<string>("target", "select reason from msg.dead_letter"));
    }

    [Theory]
    [InlineData("waymark.label.updated.v9", "{}", DeadLetterReason.UnsupportedVersion)]
    [InlineData("waymark.label.updated.v1", "{]", DeadLetterReason.Malformed)]
    public async Task What_cannot_be_read_becomes_a_dead_letter(string type, string data, string reason)
    {
        await using var rig = await RigAsync();
        await rig.PublishAsync();
        await rig.StartAsync();
        await rig.UntilQuietAsync();
        await rig.RunAsync(
            "other",
            """
            insert into msg.delivery (consumer, message_id, lane, partition_key, key_version, envelope)
            values ($1, $2, 3, 'label:1', 1, convert_to(replace(replace($5, 'TYPE', $3), 'DATA', $4), 'UTF8'))
            """,
            RecordElsewhere.Consumer,
            Guid.CreateVersion7(),
            type,
            data,
            """
            {"specversion":"1.0","id":"0192f0c1-2345-7000-8000-000000000001","source":"/waymark/source","type":"TYPE","time":"2026-01-01T00:00:00Z","partitionkey":"label:1","sequence":"1","data":DATA}
            """);
        await rig.UntilAskedAsync("other", reason, "select coalesce(max(reason), '') from msg.dead_letter");
        await rig.UntilQuietAsync();
    }

    [Fact]
    public async Task Outage_mode_consumes_no_attempts()
    {
        await using var rig = await RigAsync(new MessagingOptions { OutageAfter = 3, OutageProbe = TimeSpan.FromMilliseconds(20) });
        var isDown = true;
        rig.Script.Before = (consumer, _, _) =>
            consumer == RecordElsewhere.Consumer && isDown ? throw new InvalidOperationException("down") : Task.CompletedTask;
        for (var i = 0; i < 10; i++)
            await rig.PublishAsync();
        await rig.StartAsync();
        await rig.UntilAskedAsync("other", 3L, "select coalesce(sum(attempts), 0) from msg.delivery");
        var calls = rig.Script.Calls;
        await MessagingRig.UntilAsync(() => Task.FromResult(rig.Script.Calls > calls + 5), "probes");
        Assert.Equal(3L, await rig.AskAsync<long>("other", "select coalesce(sum(attempts), 0) from msg.delivery"));
        await rig.UntilEffectsAsync(RecordEach.Consumer, 10);
        var seen = Assert.Single((await rig.Queues.LookAsync("other", CancellationToken.None)).Consumers);
        Assert.Equal((RecordElsewhere.Consumer, 10L), (seen.Consumer, seen.Due + seen.Waiting));
        Assert.NotNull(seen.OutageSince);
        Assert.Equal("InvalidOperationException: down", seen.LastError);

        isDown = false;
        await rig.UntilEffectsAsync(RecordElsewhere.Consumer, 7);
        await rig.RunAsync("other", "update msg.delivery set due_at = now()");
        await rig.UntilQuietAsync();
        Assert.Equal(10, (await rig.EffectsAsync(RecordElsewhere.Consumer)).Count);
        await rig.UntilAskedAsync("other", 0L, "select count(*) from msg.outage");
    }

    [Fact]
    public async Task One_bad_event_in_a_batch_fails_alone()
    {
        await using var rig = await RigAsync();
        rig.Script.Before = (consumer, e, _) =>
            consumer == RecordMany.Consumer && e.Context.KeyVersion == 7 ? throw new InvalidOperationException("seven") : Task.CompletedTask;
        await rig.PublishAsync(6);
        var key = await rig.PublishAsync(8);
        await rig.StartAsync();
        await rig.UntilEffectsAsync(RecordMany.Consumer, 12);
        await rig.UntilAskedAsync("target", 2L, "select count(*) from msg.delivery where partition_key = $1", key);
        Assert.Equal(12, (await rig.EffectsAsync(RecordMany.Consumer)).Count);
    }

    [Fact]
    public async Task A_handler_that_swallows_a_database_error_has_failed()
    {
        await using var rig = await RigAsync(WhenTold);
        var swallow = true;
        rig.Script.After = async (consumer, db, _) =>
        {
            if (consumer == RecordElsewhere.Consumer && swallow)
            {
                var error = await Record.ExceptionAsync(() => db.Database.ExecuteSqlRawAsync("select 1/0"));
                Assert.NotNull(error);
            }
        };
        await rig.PublishAsync();
        await rig.StartAsync();
        await rig.UntilAskedAsync("other", 1L, "select count(*) from msg.delivery where attempts = 1");
        swallow = false;
        await rig.RunAsync("other", "update msg.delivery set due_at = now()");
        await rig.UntilQuietAsync();
        Assert.Single(await rig.EffectsAsync(RecordElsewhere.Consumer));
    }

    [Fact]
    public async Task A_handler_that_ignores_its_limit_is_abandoned_without_an_effect()
    {
        await using var hasty = await RigAsync(WhenTold with { HandlerLimit = TimeSpan.FromMilliseconds(50), HandlerGrace = TimeSpan.FromMilliseconds(100) });
        await using var patient = hasty.Twin();
        var release = new TaskCompletionSource();
        var stuck = true;
        hasty.Script.After = (consumer, _, _) => consumer == RecordElsewhere.Consumer && stuck ? release.Task : Task.CompletedTask;
        await hasty.PublishAsync();
        await hasty.StartAsync();
        await MessagingRig.UntilAsync(
            async () =>
            {
                // On a slow machine the limit may end a try before the handler has come so far as to ignore it.
                await hasty.RunAsync("other", "update msg.delivery set due_at = now() where last_error not like 'HandlerStuck%'");
                return await hasty.AskAsync<long>("other", "select count(*) from msg.delivery where last_error like 'HandlerStuck%'") == 1;
            },
            "an abandoned handler");
        Assert.Empty(await hasty.EffectsAsync(RecordElsewhere.Consumer));

        stuck = false;
        release.SetResult();
        await hasty.StopAsync();
        foreach (var service in new[] { "target", "other" })
            await hasty.RunAsync(service, "update msg.delivery set due_at = now()");
        await patient.StartAsync();
        await patient.UntilQuietAsync();
        Assert.Single(await patient.EffectsAsync(RecordElsewhere.Consumer));
    }

    [Fact]
    public async Task Inbox_db_down_never_discards()
    {
        await using var rig = await RigAsync();
        await rig.StartAsync();
        await rig.PublishAsync(5);
        await rig.UntilQuietAsync();

        await rig.AdministerAsync("other", name => $"alter database {name} with allow_connections false");
        await rig.AdministerAsync("other", name => $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}' and application_name not like '%-api'");
        for (var i = 0; i < 20; i++)
            await rig.PublishAsync();
        // The others go on; what the absent one has not got waits.
        await rig.UntilEffectsAsync(RecordEach.Consumer, 25);
        await UntilWaitingAsync(rig, "other", 20);

        await rig.AdministerAsync("other", name => $"alter database {name} with allow_connections true");
        await rig.UntilEffectsAsync(RecordElsewhere.Consumer, 25);
        await rig.UntilQuietAsync();
        foreach (var consumer in Everyone)
            Assert.Equal(25, (await rig.EffectsAsync(consumer)).Select(e => e.MessageId).Distinct().Count());
        Assert.Equal(25, (await rig.EffectsAsync(RecordElsewhere.Consumer)).Count);
    }

    [Fact]
    public async Task Broken_connections_double_and_lose_nothing()
    {
        await using var rig = await RigAsync();
        await rig.StartAsync();
        for (var i = 0; i < 40; i++)
        {
            await rig.PublishAsync(5);
            if (i % 4 == 0)
            {
                // This rig's alone: other tests run on the same server at the same time.
                foreach (var service in (string[])["source", "target", "other"])
                {
                    await rig.AdministerAsync(
                        service,
                        name => $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}' and (application_name like '%-relay' or application_name like '%-consumers')");
                }
            }
        }

        await MessagingRig.UntilAsync(async () =>
        {
            // Repeats after a failure are the schedule's business; the test does not wait for them.
            await rig.RunAsync("target", "update msg.delivery set due_at = now() where due_at > now()");
            await rig.RunAsync("other", "update msg.delivery set due_at = now() where due_at > now()");
            return (await rig.EffectsAsync(RecordElsewhere.Consumer)).Count >= 200 && (await rig.EffectsAsync(RecordMany.Consumer)).Count >= 200
                && (await rig.EffectsAsync(RecordEach.Consumer)).Count >= 200;
        }, "all effects");
        foreach (var consumer in Everyone)
        {
            var effects = await rig.EffectsAsync(consumer);
            Assert.Equal(200, effects.Count);
            Assert.All(effects.GroupBy(e => e.Key), g => Assert.Equal([1, 2, 3, 4, 5], g.Select(e => e.Version)));
        }
    }
}
