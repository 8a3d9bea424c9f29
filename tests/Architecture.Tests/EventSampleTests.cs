using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Waymark.Contracts;
using Waymark.Platform.Messaging;

namespace Waymark.Architecture.Tests;

/// <summary>Holds today's records against what released programs have written: it still lies in outboxes, dead letters and backups.</summary>
public sealed class EventSampleTests
{
    private static readonly JsonSerializerOptions Strict = new(ContractsJson.Wire.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static TheoryData<EventSample> Samples => [.. EventSamples.Released];

    [Fact]
    public void Every_event_has_a_sample_with_all_its_members()
    {
        // All of them first: the assertion stops looking after a few.
        var stale = EventCatalog.All.Select(StaleSampleOf).OfType<string>().ToList();
        Assert.Empty(stale);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_ever_written_is_read_whole_by_todays_record(EventSample sample)
    {
        var descriptor = EventCatalog.Find(sample.Type);
        Assert.True(descriptor is not null, $"{sample.Type} was released and is gone.");
        var read = JsonSerializer.Deserialize(sample.Text, Strict.GetTypeInfo(descriptor.Record));
        var again = JsonNode.Parse(descriptor.Serialize((IEvent)read!))!;
        Assert.Empty(LostIn(again, sample.Payload, ""));
    }

    [Theory]
    [InlineData("""{"a": 1}""", """{"a": 1, "b": 2}""", new string[0])]
    [InlineData("""{"a": 1, "b": {"c": 2}}""", """{"a": 1, "b": {}}""", new[] { ".b.c" })]
    [InlineData("""{"a": 1}""", """{"a": "1"}""", new[] { ".a" })]
    [InlineData("""{"a": [1, 2]}""", """{"a": [1]}""", new[] { ".a" })]
    public void A_member_that_is_lost_or_read_as_something_else_is_found(string written, string read, string[] lost) =>
        Assert.Equal(lost, LostIn(JsonNode.Parse(read)!, JsonNode.Parse(written)!, ""));

    /// <summary>The members of what was written that are not in what was read, or not with their value.</summary>
    private static IEnumerable<string> LostIn(JsonNode? read, JsonNode? written, string path) => (written, read) switch
    {
        (JsonObject members, JsonObject found) => members.SelectMany(m => LostIn(found[m.Key], m.Value, $"{path}.{m.Key}")),
        (JsonArray items, JsonArray found) when items.Count == found.Count => items.SelectMany((item, i) => LostIn(found[i], item, $"{path}[]")),
        _ => JsonNode.DeepEquals(read, written) ? [] : [path],
    };

    private static string? StaleSampleOf(EventDescriptor e)
    {
        var (latest, today) = (EventSamples.Released.LastOrDefault(s => s.Type == e.Type), EventSamples.Make(e));
        var missing = EventSamples.MembersOf(JsonNode.Parse(today)).Except(EventSamples.MembersOf(latest?.Payload), StringComparer.Ordinal);
        return missing.Any() ? Repository.Stale(EventSamples.PathOf(e.Type, (latest?.Number ?? 0) + 1), today) : null;
    }
}
