using System.Text.Json;
using Npgsql;
using Waymark.Platform.Data;
using Waymark.Platform.Messaging.Envelopes;
using Waymark.Platform.Messaging.Outbox;

namespace Waymark.Platform.Messaging.DeadLetters;

/// <summary>A dead letter of the outbox, read back into the row that it was.</summary>
internal sealed record OutgoingLetter(Guid Id, OutboxMessage Message)
{
    /// <summary>The letter of a row; null when its envelope cannot be read.</summary>
    public static OutgoingLetter? Read(NpgsqlDataReader row)
    {
        try
        {
            return new OutgoingLetter(row.GetGuid(0), Envelope.Read(row.GetFieldValue<byte[]>(1)).ToOutbox());
        }
        catch (JsonException)
        {
            // Nothing can carry it; it stays open until somebody discards it.
            return null;
        }
    }

    /// <summary>The values of <see cref="DeadLetterSql.ReplayOutgoing"/>.</summary>
    public static void Add(NpgsqlCommand replay, IReadOnlyList<OutgoingLetter> letters, DeadLetterAct act, bool force, TimeSpan retention)
    {
        replay.AddArray(letters, l => l.Id);
        replay.Parameters.With(act.Id).With(force).With(retention).With(act.By);
        replay.AddArray(letters, l => l.Message.Id);
        replay.AddArray(letters, l => l.Message.Lane);
        replay.AddArray(letters, l => l.Message.PartitionKey);
        replay.AddArray(letters, l => l.Message.KeyVersion);
        replay.AddArray(letters, l => l.Message.Type);
        replay.AddArray(letters, l => l.Message.Source);
        replay.AddArray(letters, l => l.Message.Subject);
        replay.AddArray(letters, l => l.Message.OccurredAt);
        replay.AddArray(letters, l => l.Message.Data);
        replay.AddArray(letters, l => l.Message.TenantId);
        replay.AddArray(letters, l => l.Message.ActorId);
        replay.AddArray(letters, l => l.Message.ChangeId);
        replay.AddArray(letters, l => l.Message.ClientId);
        replay.AddArray(letters, l => l.Message.CorrelationId);
        replay.AddArray(letters, l => l.Message.CausationId);
        replay.AddArray(letters, l => l.Message.TraceParent);
        replay.AddArray(letters, l => l.Message.TraceState);
    }
}
