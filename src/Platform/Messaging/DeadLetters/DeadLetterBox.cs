using System.Text.Json;
using Npgsql;
using Waymark.Platform.Data;
using Waymark.Platform.KillPoints;
using Waymark.Platform.Messaging.Envelopes;

namespace Waymark.Platform.Messaging.DeadLetters;

/// <summary>
/// The dead letters of any service: look at them, replay them, or do without them. The schema <c>msg</c> is the platform's in
/// every service's database; this type is the only way into its dead letters.
/// </summary>
public sealed class DeadLetterBox(ServiceDatabases databases, DeliverySignals signals, MessagingOptions options)
{
    /// <summary>How many one replay or discard takes at most.</summary>
    public const int MostAtOnce = 1000;

    /// <summary>One page, the latest death first.</summary>
    /// <param name="service">Whose database to look into.</param>
    /// <param name="filter">Which ones.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="before">Death and id of the last one of the page before.</param>
    /// <param name="ct">Cancels.</param>
    public Task<List<DeadLetter>> ListAsync(
        string service, DeadLetterFilter filter, int limit, (DateTimeOffset DiedAt, Guid Id)? before, CancellationToken ct)
    {
        var list = Command(service);
        var where = filter.Where(list.Parameters);
        if (before is { } last)
        {
            where += $" and (l.died_at, l.id) < (${list.Parameters.Count + 1}, ${list.Parameters.Count + 2})";
            list.Parameters.With(last.DiedAt).With(last.Id);
        }

        list.CommandText = $"select {DeadLetterSql.Columns} from msg.dead_letter l where {where} order by l.died_at desc, l.id desc limit {limit}";
        return ReadAsync(list, row => DeadLetterSql.Read(row), ct);
    }

    /// <summary>
    /// What an act on all that fit takes first, at most <see cref="MostAtOnce"/> and one more: the oldest, but behind all others
    /// those that arrived longer ago than the inbox remembers.
    /// </summary>
    public Task<List<DeadLetter>> FirstAsync(string service, DeadLetterFilter filter, CancellationToken ct)
    {
        var list = Command(service);
        list.CommandText =
            $"""
             select {DeadLetterSql.Columns} from msg.dead_letter l where {filter.Where(list.Parameters)}
             order by l.first_seen <= now() - $1, l.died_at, l.id limit {MostAtOnce + 1}
             """;
        return ReadAsync(list, row => DeadLetterSql.Read(row), ct);
    }

    /// <summary>Those that fit, grouped by what they died of; the largest group first.</summary>
    public Task<List<DeadLetterGroup>> GroupAsync(string service, DeadLetterFilter filter, int limit, CancellationToken ct)
    {
        var group = Command(service);
        group.CommandText =
            $"""
             with fit as (select l.id, {DeadLetterSql.Fingerprint} as cause, l.type, l.died_at from msg.dead_letter l where {filter.Where(group.Parameters)}),
             cause as (
               select cause, count(*) as letters, min(died_at) as first, max(died_at) as last, array_agg(distinct type) as types,
                 (array_agg(id order by died_at desc, id desc))[1] as example
               from fit group by cause order by letters desc, last desc limit {limit})
             select {DeadLetterSql.Columns}, c.letters, c.first, c.last, c.types
             from cause c join msg.dead_letter l on l.id = c.example order by c.letters desc, c.last desc
             """;
        return ReadAsync(group, Group, ct);
    }

    /// <summary>One with its envelope and payload; null when there is none of this id.</summary>
    public async Task<DeadLetterContents?> FindAsync(string service, Guid id, CancellationToken ct)
    {
        var find = Command(service);
        find.CommandText = $"select {DeadLetterSql.Columns}, l.envelope from msg.dead_letter l where l.id = $2";
        find.Parameters.With(id);
        return (await ReadAsync(find, Contents, ct)).SingleOrDefault();
    }

    /// <summary>
    /// Makes open dead letters due again, with fresh attempts. One that is not open is passed over, however many ask at once;
    /// so is one whose envelope cannot be read on its way out.
    /// </summary>
    /// <param name="service">Whose they are.</param>
    /// <param name="ids">At most <see cref="MostAtOnce"/>.</param>
    /// <param name="act">Who asks for it.</param>
    /// <param name="force">Also those that arrived longer ago than the inbox remembers.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Those that were replayed.</returns>
    public async Task<List<DeadLetterMark>> ReplayAsync(
        string service, IReadOnlyCollection<Guid> ids, DeadLetterAct act, bool force, CancellationToken ct)
    {
        var replay = Act(service, DeadLetterSql.Replay, ids);
        replay.Parameters.With(act.Id).With(force).With(options.Retention);
        var replayed = await ReadAsync(replay, Mark, ct);
        KillSwitch.Pass(KillPoint.Replay);
        signals.Of(service).Set();
        replayed.AddRange(await ReplayOutgoingAsync(service, ids, act, force, ct));
        return replayed;
    }

    /// <summary>Closes open dead letters for good; their effect will never happen.</summary>
    /// <returns>Those that were open.</returns>
    public Task<List<DeadLetterMark>> DiscardAsync(
        string service, IReadOnlyCollection<Guid> ids, DeadLetterAct act, string note, CancellationToken ct)
    {
        var discard = Act(service, DeadLetterSql.Discard, ids);
        discard.Parameters.With(act.Id).With(act.By).With(note);
        return ReadAsync(discard, Mark, ct);
    }

    /// <summary>Which of these an act has dealt with, asked when nobody knows any more.</summary>
    public Task<List<DeadLetterMark>> DealtWithAsync(string service, IReadOnlyCollection<Guid> ids, Guid actId, CancellationToken ct)
    {
        var ask = Act(service, DeadLetterSql.DealtWith, ids);
        ask.Parameters.With(actId);
        return ReadAsync(ask, Mark, ct);
    }

    private async Task<List<DeadLetterMark>> ReplayOutgoingAsync(
        string service, IReadOnlyCollection<Guid> ids, DeadLetterAct act, bool force, CancellationToken ct)
    {
        var outgoing = await ReadAsync(Act(service, DeadLetterSql.Outgoing, ids), OutgoingLetter.Read, ct);
        var readable = outgoing.OfType<OutgoingLetter>().ToList();
        if (readable.Count == 0)
        {
            return [];
        }

        var replay = databases.Api(service).CreateCommand(DeadLetterSql.ReplayOutgoing);
        OutgoingLetter.Add(replay, readable, act, force, options.Retention);
        return await ReadAsync(replay, Mark, ct);
    }

    private NpgsqlCommand Command(string service)
    {
        var command = databases.Api(service).CreateCommand();
        command.Parameters.With(options.Retention);
        return command;
    }

    private NpgsqlCommand Act(string service, string sql, IReadOnlyCollection<Guid> ids)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Count, MostAtOnce, nameof(ids));
        var command = databases.Api(service).CreateCommand(sql);
        command.Parameters.With(ids.ToArray());
        return command;
    }

    private static async Task<List<T>> ReadAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        await using var owned = command;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static DeadLetterMark Mark(NpgsqlDataReader r) => new(r.GetGuid(0), r.GetGuid(1), r.GetString(2), r.GetString(3));

    private static DeadLetterGroup Group(NpgsqlDataReader r)
    {
        var example = DeadLetterSql.Read(r);
        const int Count = DeadLetterSql.ColumnCount;
        return new DeadLetterGroup(example.Fingerprint, r.GetInt64(Count), r.GetFieldValue<DateTimeOffset>(Count + 1),
            r.GetFieldValue<DateTimeOffset>(Count + 2), r.GetFieldValue<string[]>(Count + 3), example);
    }

    private static DeadLetterContents Contents(NpgsqlDataReader r)
    {
        var (letter, bytes) = (DeadLetterSql.Read(r), r.GetFieldValue<byte[]>(DeadLetterSql.ColumnCount));
        try
        {
            var envelope = Envelope.Read(bytes);
            return new DeadLetterContents(letter, envelope.Context, envelope.TraceParent, envelope.Data);
        }
        catch (JsonException)
        {
            // It may be what the event died of; whoever looks is shown what there is.
            return new DeadLetterContents(letter, null, null, bytes);
        }
    }
}
