using System.Text;
using Waymark.Platform.Messaging.DeadLetters;
using Waymark.Platform.Tests.Messaging.Rig;
using Waymark.Testing;

namespace Waymark.Platform.Tests.Messaging;

/// <summary>What is taken out of the messages that stand in a database, and what is not.</summary>
public sealed class MessageTracesTests(TestPostgres postgres)
{
    private static readonly Guid Subject = Guid.CreateVersion7();
    private static readonly Guid Gone = Guid.CreateVersion7();

    [Theory]
    [InlineData("not-retryable", "user:1", "{}", null)]
    [InlineData("not-retryable", "task:1", "{\"projectId\":\"<gone>\"}", null)]
    [InlineData("malformed", "task:1", "\u00ff <subject>", null)]
    [InlineData("not-retryable", "task:1", "{\"body\":\"@[Ada](<subject>) and @[Bob](x)\"}", "{\"body\":\"@[gone](<subject>) and @[Bob](x)\"}")]
    [InlineData("not-retryable", "task:1", "{\"body\":\"@[Bob](x)\"}", "{\"body\":\"@[Bob](x)\"}")]
    public async Task A_dead_letter_about_it_goes_and_one_that_names_it_names_it_no_more(string reason, string key, string envelope, string? left)
    {
        await using var rig = await MessagingRig.CreateAsync(postgres);
        await rig.RunAsync(
            "source",
            """
            insert into msg.dead_letter (id, direction, consumer, message_id, lane, partition_key, key_version, type, source, reason, attempts, envelope, first_seen)
            values (gen_random_uuid(), 'i', 'c', gen_random_uuid(), 1, $1, 1, 't', '/s', $2, 1, $3, now())
            """,
            key, reason, Encoding.Latin1.GetBytes(Fill(envelope)));
        await EraseAsync(rig);
        Assert.Equal(
            left is null ? "" : Fill(left), await rig.AskAsync<string>("source", "select coalesce((select convert_from(envelope, 'LATIN1') from msg.dead_letter), '')"));
    }

    [Theory]
    [InlineData(0, "user:1", "{}", 1)]
    [InlineData(1, "user:1", "{}", 0)]
    [InlineData(1, "task:1", "{}", 1)]
    [InlineData(1, "task:1", "{\"projectId\":\"<gone>\"}", 0)]
    public async Task A_delivery_about_it_goes_only_once_it_has_failed(int attempts, string key, string envelope, long left)
    {
        await using var rig = await MessagingRig.CreateAsync(postgres);
        await rig.RunAsync(
            "source",
            "insert into msg.delivery (consumer, message_id, lane, partition_key, key_version, envelope, attempts) values ('c', gen_random_uuid(), 1, $1, 1, $2, $3)",
            key, Encoding.UTF8.GetBytes(Fill(envelope)), attempts);
        await EraseAsync(rig);
        Assert.Equal(left, await rig.AskAsync<long>("source", "select count(*) from msg.delivery"));
    }

    [Fact]
    public async Task Kept_answers_that_name_it_or_were_its_own_go()
    {
        await using var rig = await MessagingRig.CreateAsync(postgres);
        foreach (var (principal, body) in new[] { (Subject.ToString("N"), "{}"), ("other", $"{{\"userId\":\"{Subject}\"}}"), ("other still", "{}") })
        {
            await rig.RunAsync("source", "insert into msg.idempotency (principal, route, key, fingerprint, http_status, body) values ($1, 'r', 'k', '', 201, $2)", principal, Encoding.UTF8.GetBytes(body));
        }

        await EraseAsync(rig);
        Assert.Equal("other still", await rig.AskAsync<string>("source", "select principal from msg.idempotency"));
    }

    private static string Fill(string text) => text.Replace("<subject>", Subject.ToString(), StringComparison.Ordinal).Replace("<gone>", Gone.ToString(), StringComparison.Ordinal);

    private static async Task EraseAsync(MessagingRig rig)
    {
        await using var db = rig.Source();
        await using var transaction = await db.BeginAsync(CancellationToken.None);
        await db.EraseTracesAsync(
            new MessageTrace(Subject, ["user:1"], [Gone], $@"@\[[^]\[\n]+\]\({Subject}\)", $"@[gone]({Subject})"), CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
    }
}
