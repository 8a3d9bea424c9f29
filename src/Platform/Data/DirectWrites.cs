using Microsoft.EntityFrameworkCore;
using Npgsql;
using Waymark.Platform.KillPoints;

namespace Waymark.Platform.Data;

/// <summary>
/// What a context writes by statements of its own, as one batch. EF's tracking and translation cost several times what
/// PostgreSQL takes for the same rows. Each statement writes exactly one row or fails (<see cref="Guarded"/>), so nothing is
/// left to look at before the commit, which travels with the batch.
/// </summary>
public sealed class DirectWrites
{
    private readonly List<NpgsqlBatchCommand> _statements = [];
    private readonly HashSet<IVersioned> _aggregates = new(ReferenceEqualityComparer.Instance);

    internal bool IsEmpty => _statements.Count == 0;

    /// <summary>
    /// An update that ends the batch with <see cref="PostgresErrorCodes.DivisionByZero"/> when it finds no row, because it was
    /// decided on a version that has moved on.
    /// </summary>
    public static string Guarded(string update) => $"with written as ({update} returning 1) select 1 / count(*) from written";

    /// <summary>Adds a statement that holds for all others.</summary>
    internal void AddFirst(NpgsqlBatchCommand statement) => _statements.Insert(0, statement);

    internal void Add(NpgsqlBatchCommand statement) => _statements.Add(statement);

    internal void Add(IVersioned aggregate, NpgsqlBatchCommand statement)
    {
        _aggregates.Add(aggregate);
        _statements.Add(statement);
    }

    /// <summary>Notes an aggregate whose row was written already, under a lock of the transaction that runs.</summary>
    public void AddWritten(IVersioned aggregate) => _aggregates.Add(aggregate);

    /// <summary>Whether the aggregate's row is among what is written.</summary>
    internal bool Hold(IVersioned aggregate) => _aggregates.Contains(aggregate);

    internal void Clear()
    {
        _statements.Clear();
        _aggregates.Clear();
    }

    /// <summary>
    /// Sends everything in one round trip; faults are those of a save through EF. Outside a transaction the batch is one of
    /// its own.
    /// </summary>
    /// <param name="connection">Where to.</param>
    /// <param name="thenCommit">Whether the open transaction ends with it.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task<int> ExecuteAsync(NpgsqlConnection connection, bool thenCommit, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        _statements.ForEach(batch.BatchCommands.Add);
        // Under test the commit travels apart, so that there is an instant before it.
        var isApart = thenCommit && KillSwitch.IsArmed;
        if (thenCommit && !isApart)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        }

        try
        {
            await batch.ExecuteNonQueryAsync(ct);
            if (isApart)
            {
                KillSwitch.Pass(KillPoint.AfterOutboxInsert);
                await using var commit = new NpgsqlCommand("commit", connection);
                await commit.ExecuteNonQueryAsync(ct);
            }
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.DivisionByZero)
        {
            throw new DbUpdateConcurrencyException("Somebody else has changed the row meanwhile.", fault);
        }
        catch (PostgresException fault)
        {
            throw new DbUpdateException("The rows were refused.", fault);
        }

        var written = _statements.Count;
        Clear();
        return written;
    }
}
