using Npgsql;

namespace Waymark.Platform.Messaging.DeadLetters;

/// <summary>Which dead letters; what is null does not matter, and of several values any may fit.</summary>
public sealed record DeadLetterFilter
{
    /// <summary>Of these consumers; the empty name is the outbox.</summary>
    public IReadOnlyCollection<string>? Consumers { get; init; }

    /// <summary>Of these wire types.</summary>
    public IReadOnlyCollection<string>? Types { get; init; }

    /// <summary>Given up for one of these reasons.</summary>
    public IReadOnlyCollection<string>? Reasons { get; init; }

    /// <summary>Died of one of these causes; lower-case hex.</summary>
    public IReadOnlyCollection<string>? Fingerprints { get; init; }

    /// <summary>In one of these states.</summary>
    public IReadOnlyCollection<DeadLetterState>? States { get; init; }

    /// <summary>Given up then or later.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>These very ones.</summary>
    public IReadOnlyCollection<Guid>? Ids { get; init; }

    /// <summary>The conditions on a letter <c>l</c>, and their values in <paramref name="parameters"/>.</summary>
    internal string Where(NpgsqlParameterCollection parameters)
    {
        var conditions = new List<string> { "true" };
        Add(Consumers?.ToArray(), "l.consumer = any($)");
        Add(Types?.ToArray(), "l.type = any($)");
        Add(Reasons?.ToArray(), "l.reason = any($)");
        Add(Fingerprints?.ToArray(), $"{DeadLetterSql.Fingerprint} = any($)");
        Add(Ids?.ToArray(), "l.id = any($)");
        if (Since is { } since)
        {
            conditions.Add($"l.died_at >= ${parameters.Count + 1}");
            parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = since });
        }

        if (States is not null)
        {
            // Written out, so that the planner sees what the index of open ones is for.
            conditions.Add($"l.state in ({string.Join(", ", States.Select(s => (int)s).DefaultIfEmpty(-1))})");
        }

        return string.Join(" and ", conditions);

        void Add<T>(T[]? values, string condition)
        {
            if (values is not null)
            {
                conditions.Add(condition.Replace("$", $"${parameters.Count + 1}", StringComparison.Ordinal));
                parameters.Add(new NpgsqlParameter<T[]> { TypedValue = values });
            }
        }
    }
}
