using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Waymark.Platform.Data;
using Waymark.Platform.Messaging.Delivering;
using Waymark.Platform.Messaging.Lanes;

namespace Waymark.Platform.Messaging.Sagas;

/// <summary>
/// Works off what is due of one service's sagas, one step in one transaction: the act's rows, its events and the saga's row
/// commit together. A process that dies leaves the row as it was, and whoever holds the lane takes the step again.
/// </summary>
internal sealed class SagaRunner(LocalService local, LaneLeases leases)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private const int LongestReason = 500;

    private readonly string[] _types = [.. local.Sagas.Select(p => p.Type)];

    /// <summary>Works until told to stop.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        var poll = MessagingOptions.ShortestPoll;
        while (_types.Length > 0 && !stopping.IsCancellationRequested)
        {
            try
            {
                if (await RoundAsync(stopping))
                {
                    poll = MessagingOptions.ShortestPoll;
                    continue;
                }

                var raised = await local.SagaDue.WaitAsync(poll, stopping);
                poll = raised ? MessagingOptions.ShortestPoll : TimeSpan.FromTicks(Math.Min(poll.Ticks * 2, local.Options.LongestPoll.Ticks));
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                local.Log.Interrupted(e, "The saga runner", local.Name, Pause);
                await Task.Delay(Pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Takes what one saga has due.</summary>
    /// <returns>Whether there was one.</returns>
    internal async Task<bool> RoundAsync(CancellationToken ct)
    {
        if (leases.Held is not { Length: > 0 } held)
        {
            return false;
        }

        await using var connection = await local.Databases.Consumers(local.Name).OpenConnectionAsync(ct);
        var transaction = await connection.BeginTransactionAsync(ct);
        SagaRow? claimed = null;
        try
        {
            await using (transaction)
            {
                claimed = await SagaStore.ClaimAsync(connection, held, local.Owner, _types, ct);
                if (claimed is null)
                {
                    return false;
                }

                await TakeAsync(transaction, Copy(claimed));
            }
        }
        catch (Exception e) when (claimed is not null && Fault.Of(e).Kind != FaultKind.Connection)
        {
            await NoteAsync(connection, claimed, e);
        }

        return true;
    }

    private async Task TakeAsync(NpgsqlTransaction transaction, SagaRow row)
    {
        var plan = PlanOf(row);
        await using var scope = local.Scopes.CreateAsyncScope();
        var request = scope.ServiceProvider.GetRequiredService<RequestMetadata>();
        (request.ActorId, request.CorrelationId) = (row.ActorId, row.CorrelationId);
        var db = (ServiceDbContext)scope.ServiceProvider.GetRequiredService(local.Context);
        await db.JoinAsync(transaction);
        using var limit = new CancellationTokenSource(local.Options.HandlerLimit);

        if (plan.Find(row.Step) is { } step)
        {
            await MoveAsync(plan, row, step, db, scope.ServiceProvider, limit.Token);
        }
        else
        {
            SagaCourse.Stick(row, $"This program knows no step {row.Step}.");
        }

        await db.SaveChangesAsync(limit.Token);
        await SagaStore.UpdateAsync(await db.CommandAsync("", limit.Token), row, limit.Token);
        await transaction.CommitAsync(CancellationToken.None);
        if (row.IsStuck)
        {
            local.Log.SagaStuck(row.Type, row.Id, local.Name, row.Reason!);
        }

        if (db.HasPublished)
        {
            local.Committed.Set();
        }

        scope.ServiceProvider.GetRequiredService<AfterCommit>().Run(fault => local.Log.AfterCommitFailed(fault, row.Type));
    }

    private static async Task MoveAsync(
        SagaPlan plan, SagaRow row, SagaStep step, ServiceDbContext db, IServiceProvider provider, CancellationToken ct)
    {
        if (row.Status == SagaStatus.Compensating)
        {
            await plan.ActAsync(row, step, isUndo: true, db, provider, ct);
            SagaCourse.Undone(row);
        }
        else if (row.Done.Contains(step.Name))
        {
            SagaCourse.Late(plan, row, step);
        }
        else if (await plan.ActAsync(row, step, isUndo: false, db, provider, ct) is { } failure)
        {
            // What the act has written commits, so it is among what is undone.
            row.Done.Add(step.Name);
            SagaCourse.Fail(row, failure);
        }
        else
        {
            SagaCourse.Acted(plan, row, step);
        }
    }

    /// <summary>Writes a failure down after its transaction is gone.</summary>
    private async Task NoteAsync(NpgsqlConnection connection, SagaRow claimed, Exception e)
    {
        var (row, text) = (Copy(claimed), $"{e.GetType().Name}: {e.Message}".Replace('\0', ' '));
        SagaCourse.Threw(PlanOf(row), row, text.Length > LongestReason ? text[..LongestReason] : text, local.Options.SagaRetries);
        await SagaStore.UpdateAsync(connection.CreateCommand(), row, CancellationToken.None);
        if (row.IsStuck)
        {
            local.Log.SagaStuck(row.Type, row.Id, local.Name, row.Reason!);
        }
        else
        {
            local.Log.SagaFailed(e, row.Type, row.Id, row.Step, row.Attempts);
        }
    }

    private SagaPlan PlanOf(SagaRow row) => local.Sagas.Single(p => string.Equals(p.Type, row.Type, StringComparison.Ordinal));

    private static SagaRow Copy(SagaRow row) => row with { Done = [.. row.Done], Received = [.. row.Received] };
}
