using System.Text.Json;

namespace Waymark.Services.Tests.Operations.Queues;

[Collection(OperatedTests.Name)]
public sealed class ListQueuesTests(OperatedProduct product)
{
    private const string Path = "/api/operations/queues";

    [Fact]
    public async Task Every_service_shows_its_consumers_and_who_holds_its_lanes()
    {
        var administrator = product.Administrator();
        // The lanes are taken within the first seconds of a process.
        var notes = await Eventually.GetAsync(
            async () => Of(await administrator.ReadAsync(Path), "notes"), n => n.GetProperty("lanes").EnumerateArray().All(l => !l.IsNull("owner")));
        Assert.Equal(16, notes.GetProperty("lanes").GetArrayLength());
        Assert.Single(notes.GetProperty("lanes").EnumerateArray().Select(l => l.Text("owner")).Distinct());
        Assert.Contains(MakeNotes.Consumer, notes.GetProperty("consumers").EnumerateArray().Select(c => c.Text("name")));
        Assert.True(notes.GetProperty("isReachable").GetBoolean());
    }

    [Fact]
    public async Task What_waits_what_failed_and_what_is_out_is_counted()
    {
        var (administrator, consumer) = (product.Administrator(), $"activitylog.c{Guid.CreateVersion7():N}");
        await product.BuryAsync(consumer, service: "activitylog");
        await product.RunAsync(
            "activitylog",
            $"""
             insert into msg.delivery (consumer, message_id, lane, partition_key, key_version, envelope, due_at, first_seen, last_error)
             select '{consumer}', gen_random_uuid(), 1, 'label:1', n, '\x00', now() + interval '1 hour', now() - n * interval '1 minute', 'Too early'
             from generate_series(1, 3) n;
             insert into msg.outage (consumer, error) values ('{consumer}', 'Too early');
             """);

        var log = Of(await administrator.ReadAsync(Path), "activitylog");
        var seen = log.GetProperty("consumers").EnumerateArray().Single(c => c.Text("name") == consumer);
        Assert.Equal((3, 3, "Too early"), (seen.Number("count"), seen.Number("waiting"), seen.Text("lastError")));
        Assert.InRange(seen.GetProperty("oldestAgeSeconds").GetDouble(), 179, 600);
        Assert.False(seen.IsNull("outageSince"));
        Assert.True(log.Number("waiting") >= 3 && log.Number("deadLetters") >= 1);

        await product.RunAsync("activitylog", $"update msg.outage set probed_at = now() - interval '2 minutes' where consumer = '{consumer}'");
        seen = Of(await administrator.ReadAsync(Path), "activitylog").GetProperty("consumers").EnumerateArray().Single(c => c.Text("name") == consumer);
        Assert.True(seen.IsNull("outageSince"));
    }

    [Fact]
    public async Task A_service_whose_database_is_away_is_shown_as_that()
    {
        var away = Of(await product.Administrator().ReadAsync(Path), "away");
        Assert.False(away.GetProperty("isReachable").GetBoolean());
        Assert.Equal(0, away.GetProperty("lanes").GetArrayLength());
    }

    private static JsonElement Of(JsonElement page, string service) => page.Items().Single(s => s.Text("service") == service);
}
