using Microsoft.EntityFrameworkCore;
using Npgsql;
using Waymark.Platform.Messaging.DeadLetters;

namespace Waymark.Platform.Messaging.Delivering;

/// <summary>What kind of failure an exception is; told by type and SQLSTATE, never by text, which servers translate.</summary>
internal enum FaultKind
{
    /// <summary>The next try may succeed at once: a clash with somebody else.</summary>
    Clash,

    /// <summary>The connection broke or was refused.</summary>
    Connection,

    /// <summary>No repeat can help.</summary>
    Hopeless,

    /// <summary>Anything else: tried again on the schedule.</summary>
    Ordinary,
}

/// <summary>The judgement on an exception.</summary>
internal readonly record struct Fault(FaultKind Kind, string Reason)
{
    /// <summary>Data that the database cannot hold, broken constraints, exceeded limits: repeating a batch cannot help.</summary>
    public static bool IsAboutARow(PostgresException e) => e.SqlState is ['2', '2' or '3', ..] or ['5', '4', ..];

    public static Fault Of(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case PostgresException { SqlState: "40001" or "40P01" or "55P03" or "23505" }:
                case DbUpdateConcurrencyException:
                    return new Fault(FaultKind.Clash, DeadLetterReason.RetriesExhausted);
                case PostgresException { SqlState: "57P01" or "57P02" or "57P03" or "53300" }:
                case PostgresException { SqlState: ['0', '8', ..] }:
                case NpgsqlException and not PostgresException:
                    return new Fault(FaultKind.Connection, DeadLetterReason.RetriesExhausted);
                case NotRetryableException:
                    return new Fault(FaultKind.Hopeless, DeadLetterReason.NotRetryable);
                case UnreadableEventException unreadable:
                    return new Fault(FaultKind.Hopeless, unreadable.Reason);
            }
        }

        return new Fault(FaultKind.Ordinary, DeadLetterReason.RetriesExhausted);
    }
}

/// <summary>An event that this program cannot turn into a record.</summary>
internal sealed class UnreadableEventException(string reason, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>A <see cref="DeadLetterReason"/>.</summary>
    public string Reason { get; } = reason;
}
