namespace Waymark.ActivityLog.Sealing;

/// <summary>Appends blocks to the chain; only one process does so at a time.</summary>
internal static class SealChain
{
    // Held until the commit, so that no block has two successors.
    private const string Lock = "select pg_try_advisory_xact_lock(7017280453)";

    private const string Take =
        """
        with taken as (
            delete from unsealed where id in (select id from unsealed order by id limit 100) returning id, entry_ids, entry_hashes)
        select entry_ids, entry_hashes from taken order by id
        """;

    private const string Head = "select seq, hash from seal order by seq desc limit 1";

    /// <summary>Seals what has gathered, in one block.</summary>
    /// <returns>Whether there was something; there may be more.</returns>
    public static async Task<bool> AppendAsync(ActivityLogDbContext db, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await using (var lockChain = await db.CommandAsync(Lock, ct))
        {
            if (!(bool)(await lockChain.ExecuteScalarAsync(ct))!)
            {
                return false;
            }
        }

        var (ids, hashes) = await TakeAsync(db, ct);
        if (ids.Count == 0)
        {
            return false;
        }

        var seal = Seal.Behind(await HeadAsync(db, ct), db.Scope.Now, [.. ids], [.. hashes]);
        db.Add(seal);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private static async Task<(List<Guid> Ids, List<byte[]> Hashes)> TakeAsync(ActivityLogDbContext db, CancellationToken ct)
    {
        await using var take = await db.CommandAsync(Take, ct);
        await using var row = await take.ExecuteReaderAsync(ct);
        var (ids, hashes) = (new List<Guid>(), new List<byte[]>());
        while (await row.ReadAsync(ct))
        {
            ids.AddRange(row.GetFieldValue<Guid[]>(0));
            hashes.AddRange(row.GetFieldValue<byte[][]>(1));
        }

        return (ids, hashes);
    }

    private static async Task<Seal?> HeadAsync(ActivityLogDbContext db, CancellationToken ct)
    {
        await using var head = await db.CommandAsync(Head, ct);
        await using var row = await head.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct)
            ? new Seal { Seq = row.GetInt64(0), At = default, EntryIds = [], EntryHashes = [], PrevHash = [], Hash = row.GetFieldValue<byte[]>(1) }
            : null;
    }
}
