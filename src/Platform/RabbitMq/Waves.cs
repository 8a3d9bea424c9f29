using Waymark.Platform.Messaging.Outbox;

namespace Waymark.Platform.RabbitMq;

/// <summary>
/// Cuts a batch so that no key is in flight twice: the broker answers messages one by one and may refuse an earlier one
/// after it has taken a later one. The next version of a key is sent when the one before it is confirmed.
/// </summary>
internal static class Waves
{
    /// <summary>The places of the messages, wave after wave; each wave keeps the order and fits one confirmation.</summary>
    public static IEnumerable<IReadOnlyList<int>> Of(IReadOnlyList<OutboxMessage> messages)
    {
        var versions = new Dictionary<string, int>(StringComparer.Ordinal);
        var waves = new List<List<int>>();
        for (var i = 0; i < messages.Count; i++)
        {
            var wave = versions.GetValueOrDefault(messages[i].PartitionKey);
            versions[messages[i].PartitionKey] = wave + 1;
            if (wave == waves.Count)
            {
                waves.Add([]);
            }

            waves[wave].Add(i);
        }

        return waves.SelectMany(wave => Cut(wave, messages));
    }

    private static IEnumerable<IReadOnlyList<int>> Cut(List<int> wave, IReadOnlyList<OutboxMessage> messages)
    {
        var (piece, bytes) = (new List<int>(), 0);
        foreach (var place in wave)
        {
            var length = messages[place].Data.Length;
            if (piece.Count > 0 && (piece.Count == RabbitMqOptions.BatchCount || bytes + length > RabbitMqOptions.BatchBytes))
            {
                yield return piece;
                (piece, bytes) = ([], 0);
            }

            piece.Add(place);
            bytes += length;
        }

        yield return piece;
    }
}
