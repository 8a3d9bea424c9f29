using System.Text;
using System.Text.Json;
using Waymark.Platform.Messaging.DeadLetters;
using Waymark.Platform.Messaging.Envelopes;
using Waymark.Platform.Messaging.Outbox;

namespace Waymark.Platform.Tests.Messaging;

public sealed class EnvelopeTests
{
    private static readonly OutboxMessage Full = new()
    {
        Id = Guid.CreateVersion7(),
        Lane = OutboxMessage.LaneOf("task:1"),
        PartitionKey = "task:1",
        KeyVersion = long.MaxValue,
        Type = "waymark.label.updated.v1",
        Source = "/waymark/projects",
        Subject = "task/1",
        OccurredAt = new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero).AddTicks(1234560),
        Data = Encoding.UTF8.GetBytes("{ \"b\" : 1.0, \"ä\":\"\\u00e4 \\/\", \"unknown\":[ ] }"),
        TenantId = Guid.CreateVersion7(),
        ActorId = Guid.CreateVersion7(),
        ChangeId = Guid.CreateVersion7(),
        ClientId = "tab \"1\"",
        CorrelationId = "c",
        CausationId = Guid.CreateVersion7(),
        TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        TraceState = "a=b",
    };

    [Fact]
    public void An_envelope_reads_back_as_it_was_written_and_its_payload_byte_for_byte()
    {
        var writer = new EnvelopeWriter();
        writer.Write(Full);
        var envelope = Envelope.Read(writer.Write(Full));
        Assert.Equal(Full.Data, envelope.Data.ToArray());
        Assert.Equivalent(Full, envelope.ToOutbox(), strict: true);
        Assert.Equal("label.updated", envelope.Context.Name);
    }

    [Fact]
    public void An_envelope_is_cloud_events_json()
    {
        using var json = JsonDocument.Parse(new EnvelopeWriter().Write(Full));
        var root = json.RootElement;
        Assert.Equal("1.0", root.GetProperty("specversion").GetString());
        Assert.Equal("2026-02-03T04:05:06.123456Z", root.GetProperty("time").GetString());
        Assert.Equal(JsonValueKind.Object, root.GetProperty("data").ValueKind);
        Assert.All(root.EnumerateObject(), p => Assert.Matches("^[a-z0-9]+$", p.Name));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"id\":7}")]
    [InlineData("{\"id\":\"no\"}")]
    [InlineData("{\"sequence\":null}")]
    [InlineData("not json")]
    [InlineData("")]
    public void What_is_no_envelope_is_refused_in_one_way(string text) =>
        Assert.ThrowsAny<JsonException>(() => Envelope.Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_fingerprint_ignores_ids_and_values()
    {
        var one = Fingerprint.Of("c", new InvalidOperationException("no project 0192f0c1 called 'x'"));
        Assert.Equal(one, Fingerprint.Of("c", new InvalidOperationException("no project ab12 called 'other'")));
        Assert.NotEqual(one, Fingerprint.Of("d", new InvalidOperationException("no project 0192f0c1 called 'x'")));
        Assert.NotEqual(one, Fingerprint.Of("c", new FormatException("no project 0192f0c1 called 'x'")));
    }

    [Fact]
    public void Lanes_never_move()
    {
        Assert.Equal([9, 6], new[] { "task:1", "project:0192f0c1-2345-7000-8000-000000000001" }.Select(k => (int)OutboxMessage.LaneOf(k)));
    }
}
