using Npgsql;

namespace Waymark.Platform.Messaging.Delivering;

/// <summary>How working off a claim ended.</summary>
internal enum ClaimEnd
{
    /// <summary>Every delivery was applied, or its failure written down.</summary>
    Done,

    /// <summary>The database does not answer; what was not applied stands untouched.</summary>
    Unreachable,
}

/// <summary>
/// Works claims off, each in its order. When an event fails, later events of its key in the claim are left where they are: the
/// next claim holds them back until the failed one is applied or dead.
/// </summary>
internal sealed class ClaimRunner(LocalService local, DeliveryQueue queue, SuspectGate gate)
{
    private static readonly TimeSpan[] QuickRepeats = [TimeSpan.Zero, TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(250)];

    private readonly DeliveryTransaction _transaction = new(local);
    private readonly FailureRecord _failures = new(local);

    /// <param name="claims">What to do, all of one consumer: a single claim, or several for a batch handler to take together.</param>
    /// <param name="health">The consumer's state.</param>
    /// <param name="stopping">Ends it between two deliveries.</param>
    /// <param name="abort">Ends waiting for the database.</param>
    public async Task<ClaimEnd> RunAsync(IReadOnlyList<Claim> claims, ConsumerHealth health, CancellationToken stopping, CancellationToken abort)
    {
        await using var session = new ConsumerSession(local.Databases.Consumers(local.Name));
        try
        {
            if (claims[0].Consumer.IsBatch && !claims[0].IsLone && await TryTogetherAsync(session, claims, health, abort))
            {
                return ClaimEnd.Done;
            }

            foreach (var claim in claims)
            {
                var end = claim.IsLone
                    ? await RunSuspectAsync(session, claim, health, stopping, abort)
                    : await RunEachAsync(session, claim, health, stopping, abort);
                if (end != ClaimEnd.Done)
                {
                    return end;
                }
            }

            return ClaimEnd.Done;
        }
        catch (NpgsqlException e) when (Fault.Of(e).Kind == FaultKind.Connection)
        {
            // Even the failure could not be written down; the delivery is as it was.
            return ClaimEnd.Unreachable;
        }
    }

    /// <summary>All that a batch handler was given in one transaction; whatever goes wrong is sorted out one by one.</summary>
    private async Task<bool> TryTogetherAsync(ConsumerSession session, IReadOnlyList<Claim> claims, ConsumerHealth health, CancellationToken abort)
    {
        var deliveries = claims.SelectMany(c => c.Deliveries).ToList();
        if (deliveries.Count == 1)
        {
            return false;
        }

        for (var repeat = 0; repeat < QuickRepeats.Length; repeat++)
        {
            try
            {
                await _transaction.ApplyAsync(session, claims[0].Consumer, deliveries, abort);
                health.Succeeded();
                return true;
            }
            catch (Exception e) when (!abort.IsCancellationRequested && Fault.Of(e).Kind == FaultKind.Clash)
            {
                await Task.Delay(QuickRepeats[repeat], abort);
            }
            catch (Exception) when (!abort.IsCancellationRequested)
            {
                return false;
            }
        }

        return false;
    }

    private async Task<ClaimEnd> RunEachAsync(
        ConsumerSession session, Claim claim, ConsumerHealth health, CancellationToken stopping, CancellationToken abort)
    {
        var failedKeys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var delivery in claim.Deliveries)
        {
            if (stopping.IsCancellationRequested || (health.IsOut && failedKeys.Count > 0))
            {
                break;
            }

            if (failedKeys.Contains(delivery.PartitionKey))
            {
                continue;
            }

            switch (await RunOneAsync(session, claim.Consumer, delivery, health, abort))
            {
                case RowEnd.Unreachable:
                    return ClaimEnd.Unreachable;
                case RowEnd.Failed:
                    failedKeys.Add(delivery.PartitionKey);
                    break;
            }
        }

        return ClaimEnd.Done;
    }

    private async Task<ClaimEnd> RunSuspectAsync(
        ConsumerSession session, Claim claim, ConsumerHealth health, CancellationToken stopping, CancellationToken abort)
    {
        await gate.EnterAsync(stopping);
        try
        {
            var starts = await queue.StartAsync(claim, abort);
            if (starts <= local.Options.CrashLimit)
            {
                return starts == 0 ? ClaimEnd.Done : await RunEachAsync(session, claim, health, stopping, abort);
            }

            var e = new NotRetryableException($"Its handler took the process down {starts - 1} times.");
            await _failures.BuryAsync(
                await session.OpenAsync(abort), claim.Consumer, claim.Deliveries[0], DeadLetters.DeadLetterReason.CrashLoop, e, abort);
            return ClaimEnd.Done;
        }
        finally
        {
            gate.Leave();
        }
    }

    private async Task<RowEnd> RunOneAsync(
        ConsumerSession session, Consumer consumer, Delivery delivery, ConsumerHealth health, CancellationToken abort)
    {
        for (var repeat = 0; ; repeat++)
        {
            try
            {
                await _transaction.ApplyAsync(session, consumer, [delivery], abort);
                health.Succeeded();
                return RowEnd.Applied;
            }
            catch (Exception e) when (!abort.IsCancellationRequested)
            {
                var kind = Fault.Of(e).Kind;
                if (repeat < QuickRepeats.Length && kind is FaultKind.Clash or FaultKind.Connection)
                {
                    await Task.Delay(QuickRepeats[repeat], abort);
                    continue;
                }

                if (kind == FaultKind.Connection && !await session.ProbeAsync(abort))
                {
                    return RowEnd.Unreachable;
                }

                await _failures.WriteAsync(await session.OpenAsync(abort), consumer, delivery, e, health, abort);
                return RowEnd.Failed;
            }
        }
    }

    private enum RowEnd
    {
        Applied,
        Failed,
        Unreachable,
    }
}
