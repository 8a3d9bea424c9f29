using Npgsql;
using Waymark.Platform.Data;

namespace Waymark.Platform.Messaging.DeadLetters;

/// <summary>What messages must stop telling.</summary>
/// <param name="Subject">Who or what is forgotten: kept answers that name it go.</param>
/// <param name="Keys">The keys of the events that are about it alone: these go.</param>
/// <param name="Gone">Things that are gone with it: messages that name one of them go.</param>
/// <param name="Pattern">A regular expression of PostgreSQL for what else names it; it runs over the JSON of a message.</param>
/// <param name="Replacement">What stands there instead.</param>
public sealed record MessageTrace(Guid Subject, IReadOnlyList<string> Keys, IReadOnlyList<Guid> Gone, string Pattern, string Replacement);

/// <summary>
/// Takes something out of the messages that stand in a service's database: events on their way, deliveries that wait after a
/// failure, dead letters, and the answers kept for repeats. What has not failed is applied first, and gone with that.
/// </summary>
public static class MessageTraces
{
    private const string Answers =
        """
        delete from msg.idempotency where principal = replace($1::text, '-', '')
          or position(convert_to($1::text, 'UTF8') in coalesce(body, '')) > 0
        """;

    private const string Deliveries =
        """
        delete from msg.delivery where (consumer, message_id) in (
          select d.consumer, d.message_id from msg.delivery d
          where d.attempts > 0 and (d.partition_key = any($1)
            or exists (select 1 from unnest($2::uuid[]) gone where position(convert_to(gone::text, 'UTF8') in d.envelope) > 0))
          for update skip locked)
        """;

    private const string Letters =
        """
        delete from msg.dead_letter l where l.partition_key = any($1)
          or (l.reason = 'malformed' and position(convert_to($3::text, 'UTF8') in l.envelope) > 0)
          or exists (select 1 from unnest($2::uuid[]) gone where position(convert_to(gone::text, 'UTF8') in l.envelope) > 0)
        """;

    private const string SentNames =
        """
        update msg.outbox set data = convert_to(regexp_replace(convert_from(data, 'UTF8'), $2, $3, 'g'), 'UTF8')
        where position(convert_to($1::text, 'UTF8') in data) > 0
        """;

    private const string WaitingNames =
        """
        update msg.delivery set envelope = convert_to(regexp_replace(convert_from(envelope, 'UTF8'), $2, $3, 'g'), 'UTF8')
        where (consumer, message_id) in (
          select consumer, message_id from msg.delivery where position(convert_to($1::text, 'UTF8') in envelope) > 0 for update skip locked)
        """;

    private const string DeadNames =
        """
        update msg.dead_letter set envelope = convert_to(regexp_replace(convert_from(envelope, 'UTF8'), $2, $3, 'g'), 'UTF8')
        where position(convert_to($1::text, 'UTF8') in envelope) > 0 and reason <> 'malformed'
        """;

    /// <summary>Works within the context's transaction. What another worker has in hand is passed over: it is applied, and gone.</summary>
    public static async Task EraseTracesAsync(this ServiceDbContext db, MessageTrace trace, CancellationToken ct)
    {
        await RunAsync(db, Answers, p => p.With(trace.Subject), ct);
        await RunAsync(db, Deliveries, p => p.With(trace.Keys.ToArray()).With(trace.Gone.ToArray()), ct);
        await RunAsync(db, Letters, p => p.With(trace.Keys.ToArray()).With(trace.Gone.ToArray()).With(trace.Subject), ct);
        await RunAsync(db, SentNames, p => p.With(trace.Subject).With(trace.Pattern).With(trace.Replacement), ct);
        await RunAsync(db, WaitingNames, p => p.With(trace.Subject).With(trace.Pattern).With(trace.Replacement), ct);
        await RunAsync(db, DeadNames, p => p.With(trace.Subject).With(trace.Pattern).With(trace.Replacement), ct);
    }

    private static async Task RunAsync(ServiceDbContext db, string sql, Action<NpgsqlParameterCollection> add, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(sql, ct);
        add(command.Parameters);
        await command.ExecuteNonQueryAsync(ct);
    }
}
