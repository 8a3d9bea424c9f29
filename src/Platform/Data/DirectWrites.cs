using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Waymark.Platform.Data;

/// <summary>
/// What a context writes by statements of its own, as one batch. EF's tracking and translation cost several times what
/// PostgreSQL takes for the same rows. Each statement writes exactly one row: one that finds none was decided on a version
/// that has moved on.
/// </summary>
internal sealed class DirectWrites
{
    private readonly List<NpgsqlBatchCommand> _statements = [];
    private readonly HashSet<IVersioned> _aggregates = new(ReferenceEqualityComparer.Instance);

    public bool IsEmpty => _statements.Count == 0;

    public void Add(NpgsqlBatchCommand statement) => _statements.Add(statement);

    public void Add(IVersioned aggregate, NpgsqlBatchCommand statement)
    {
        _aggregates.Add(aggregate);
        _statements.Add(statement);
    }

    /// <summary>Notes an aggregate whose row was written already, under a lock of the transaction that runs.</summary>
    public void AddWritten(IVersioned aggregate) => _aggregates.Add(aggregate);

    /// <summary>Whether the aggregate's row is among what is written.</summary>
    public bool Hold(IVersioned aggregate) => _aggregates.Contains(aggregate);

    public void Clear()
    {
        _statements.Clear();
        _aggregates.Clear();
    }

    /// <summary>Sends everything in one round trip; faults are those of a save through EF.</summary>
    public async Task<int> ExecuteAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        _statements.ForEach(batch.BatchCommands.Add);
        try
        {
            await batch.ExecuteNonQueryAsync(ct);
        }
        catch (PostgresException fault)
        {
            throw new DbUpdateException("The rows were refused.", fault);
        }

        if (_statements.Exists(s => s.RecordsAffected != 1))
        {
            throw new DbUpdateConcurrencyException("Somebody else has changed the row meanwhile.");
        }

        var written = _statements.Count;
        Clear();
        return written;
    }
}
