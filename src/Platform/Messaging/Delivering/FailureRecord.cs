using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Waymark.Platform.KillPoints;
using Waymark.Platform.Messaging.DeadLetters;
using Waymark.Platform.Messaging.Envelopes;

namespace Waymark.Platform.Messaging.Delivering;

/// <summary>Writes down failures, each with one statement of its own after the handler's transaction is gone.</summary>
internal sealed class FailureRecord(LocalService local)
{
    private const int LongestText = 2000;

    /// <summary>Notes a failure: the next try stands on the schedule, or the delivery moves to the dead letters.</summary>
    /// <param name="connection">A connection without a transaction.</param>
    /// <param name="consumer">Whose handler failed.</param>
    /// <param name="delivery">What it failed on.</param>
    /// <param name="e">Why.</param>
    /// <param name="health">Told of it; while the consumer is in outage no attempt is used up.</param>
    /// <param name="ct">Cancels.</param>
    public async Task WriteAsync(
        NpgsqlConnection connection, Consumer consumer, Delivery delivery, Exception e, ConsumerHealth health, CancellationToken ct)
    {
        var fault = Fault.Of(e);
        var schedule = local.Options.RetrySchedule;
        MessagingTelemetry.Failed(consumer, fault.Kind);
        if (fault.Kind == FaultKind.Hopeless)
        {
            await BuryAsync(connection, consumer, delivery, fault.Reason, e, ct);
        }
        else if (!health.Failed())
        {
            await RetryLaterAsync(connection, consumer, delivery, attempts: 0, local.Options.OutageProbe, e, ct);
            await OutageRecord.RenewAsync(connection, consumer, Cut($"{e.GetType().Name}: {e.Message}"), ct);
            health.Told();
        }
        else if (delivery.Attempts < schedule.Count)
        {
            await RetryLaterAsync(connection, consumer, delivery, attempts: 1, schedule[delivery.Attempts], e, ct);
        }
        else
        {
            await BuryAsync(connection, consumer, delivery, fault.Reason, e, ct);
        }
    }

    /// <summary>Moves a delivery to the dead letters.</summary>
    public async Task BuryAsync(
        NpgsqlConnection connection, Consumer consumer, Delivery delivery, string reason, Exception e, CancellationToken ct)
    {
        var (type, source, tenant) = Describe(delivery);
        await using var bury = new NpgsqlCommand(DeliverySql.Bury, connection)
        {
            Parameters =
            {
                new() { Value = consumer.Name },
                new() { Value = delivery.MessageId },
                new() { Value = Guid.CreateVersion7(local.Clock.GetUtcNow()) },
                new() { Value = type },
                new() { Value = source },
                new() { Value = (object?)tenant ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
                new() { Value = reason },
                new() { Value = e.GetType().FullName! },
                new() { Value = Cut(e.Message) },
                new() { Value = Fingerprint.Of(consumer.Name, e) },
                new() { Value = reason == DeadLetterReason.CrashLoop ? 0 : 1 },
            },
        };
        KillSwitch.Pass(KillPoint.DeadLetterMove);
        await bury.ExecuteNonQueryAsync(ct);
        MessagingTelemetry.Buried(consumer.Name, reason);
        local.Log.DeadLetter(e, consumer.Name, delivery.MessageId, type, reason);
    }

    private async Task RetryLaterAsync(
        NpgsqlConnection connection, Consumer consumer, Delivery delivery, int attempts, TimeSpan wait, Exception e, CancellationToken ct)
    {
        // A fifth more or less, so that what failed together does not come back together.
        var spread = wait * (0.8 + (0.4 * Random.Shared.NextDouble()));
        await using var later = new NpgsqlCommand(DeliverySql.RetryLater, connection)
        {
            Parameters =
            {
                new() { Value = consumer.Name },
                new() { Value = delivery.MessageId },
                new() { Value = attempts },
                new() { Value = spread },
                new() { Value = Cut($"{e.GetType().Name}: {e.Message}") },
            },
        };
        await later.ExecuteNonQueryAsync(ct);
        local.Log.WillRetry(e, consumer.Name, delivery.MessageId, delivery.Attempts + attempts, spread);
    }

    private static (string Type, string Source, Guid? Tenant) Describe(Delivery delivery)
    {
        try
        {
            var context = Envelope.Read(delivery.Envelope).Context;
            return (context.Type, context.Source, context.TenantId);
        }
        catch (JsonException)
        {
            // That it cannot be read may be the very reason; it still has to be kept.
            return ("unknown", "unknown", null);
        }
    }

    // PostgreSQL's text cannot hold the zero character, which some messages quote.
    private static string Cut(string text) => (text.Length > LongestText ? text[..LongestText] : text).Replace('\0', ' ');
}
