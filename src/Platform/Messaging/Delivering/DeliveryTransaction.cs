using System.Data;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Waymark.Platform.Data;
using Waymark.Platform.KillPoints;

namespace Waymark.Platform.Messaging.Delivering;

/// <summary>
/// One try to apply events of one consumer: delivery gone, inbox row, the handler's effect and the events it publishes
/// commit together or not at all.
/// </summary>
internal sealed class DeliveryTransaction(LocalService local)
{
    /// <summary>Applies all of them in one transaction, passing over what was applied before.</summary>
    /// <param name="session">Where the connection comes from.</param>
    /// <param name="consumer">Whose handler runs; several events only for a batch handler.</param>
    /// <param name="deliveries">What to apply, in order.</param>
    /// <param name="ct">Cancels waiting for the database, not the handler.</param>
    public async Task ApplyAsync(ConsumerSession session, Consumer consumer, IReadOnlyList<Delivery> deliveries, CancellationToken ct)
    {
        var events = deliveries.Select(d => ReadEvent.Of(consumer, d)).ToList();
        var connection = await session.OpenAsync(ct);
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
        var scope = local.Scopes.CreateAsyncScope();
        try
        {
            KillSwitch.Pass(KillPoint.BeforeInboxInsert);
            var (fresh, repeats) = await TakeAsync(connection, consumer, deliveries, ct);
            KillSwitch.Pass(KillPoint.AfterInboxInsert);
            events.RemoveAll(e => !fresh.Contains(e.Received.Context.Id));
            var published = events.Count > 0 && await HandleAsync(scope.ServiceProvider, transaction, consumer, events);
            KillSwitch.Pass(KillPoint.BeforeEffectCommit);
            await CommitAsync(connection, ct);
            KillSwitch.Pass(KillPoint.AfterEffectCommit);
            if (published)
            {
                local.Committed.Set();
            }

            scope.ServiceProvider.GetRequiredService<AfterCommit>().Run(fault => local.Log.AfterCommitFailed(fault, consumer.Name));
            MessagingTelemetry.Handled(consumer, events, repeats, local.Clock);
        }
        catch (HandlerStuckException)
        {
            // Neither scope nor transaction may be touched while the handler still uses them.
            await session.AbandonAsync(local.Databases.Rescue(local.Name), ct);
            throw;
        }
        catch
        {
            await DisposeAsync(scope, transaction);
            throw;
        }

        await DisposeAsync(scope, transaction);
    }

    private static async Task DisposeAsync(AsyncServiceScope scope, NpgsqlTransaction transaction)
    {
        await scope.DisposeAsync();
        try
        {
            await transaction.DisposeAsync();
        }
        catch (NpgsqlException)
        {
            // The connection broke, and the transaction with it; what broke it is on its way to the caller already.
        }
    }

    private static async Task<(HashSet<Guid> Fresh, int Repeats)> TakeAsync(
        NpgsqlConnection connection, Consumer consumer, IReadOnlyList<Delivery> deliveries, CancellationToken ct)
    {
        await using var take = new NpgsqlCommand(deliveries.Any(d => d.IsReplayed) ? DeliverySql.TakeReplayed : DeliverySql.Take, connection)
        {
            Parameters = { new() { Value = consumer.Name }, new() { Value = deliveries.Select(d => d.MessageId).ToArray() } },
        };
        await using var reader = await take.ExecuteReaderAsync(ct);
        var (fresh, repeats) = (new HashSet<Guid>(), 0);
        while (await reader.ReadAsync(ct))
        {
            if (reader.GetBoolean(1))
                fresh.Add(reader.GetGuid(0));
            else
                repeats++;
        }

        return (fresh, repeats);
    }

    /// <returns>Whether the handler published events.</returns>
    private async Task<bool> HandleAsync(IServiceProvider provider, NpgsqlTransaction transaction, Consumer consumer, List<ReadEvent> events)
    {
        FillMetadata(provider.GetRequiredService<RequestMetadata>(), events);
        var db = (ServiceDbContext)provider.GetRequiredService(local.Context);
        await db.JoinAsync(transaction);

        using var activity = MessagingTelemetry.StartProcess(consumer, events);
        using var limit = new CancellationTokenSource(local.Options.HandlerLimit);
        var received = events.ConvertAll(e => e.Received);
        // On a thread of its own, so that a handler that blocks or loops cannot keep us from giving up on it.
        var work = Task.Run(() => consumer.InvokeAsync(provider, received, limit.Token), CancellationToken.None);
        try
        {
            await work.WaitAsync(local.Options.HandlerLimit + local.Options.HandlerGrace, CancellationToken.None);
        }
        catch (TimeoutException) when (!work.IsCompleted)
        {
            throw new HandlerStuckException($"{consumer.Name} did not end within its limit and ignored its cancellation.");
        }

        return db.HasPublished;
    }

    /// <summary>
    /// Commits behind a statement that fails in a broken transaction: a bare commit would answer with a silent rollback
    /// when a handler has swallowed an error of the database.
    /// </summary>
    private static async Task CommitAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { new NpgsqlBatchCommand("select"), new NpgsqlBatchCommand("commit") },
        };
        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>A reaction acts for whoever caused it; a batch mixes people, so it acts for nobody.</summary>
    private static void FillMetadata(RequestMetadata metadata, List<ReadEvent> events)
    {
        if (events is not [{ Received.Context: var context }])
        {
            return;
        }

        metadata.ActorId = context.ActorId;
        metadata.ClientId = context.ClientId;
        metadata.CorrelationId = context.CorrelationId;
        metadata.CausationId = context.Id;
        metadata.ChangeId = context.ChangeId;
    }
}

/// <summary>A handler ran over its limit and did not react to its token.</summary>
internal sealed class HandlerStuckException(string message) : Exception(message);
