using System.IO.Compression;
using System.Text;
using Npgsql;
using Waymark.Platform.Data;

namespace Waymark.Platform.Operations.Backups;

/// <summary>
/// Fills one freshly migrated database from a backup, in one transaction. It needs no superuser: foreign keys are checked
/// at the end, so the order of tables does not matter, and the tables' own triggers rest meanwhile.
/// </summary>
internal sealed class DatabaseLoad(DatabaseContent content, NpgsqlConnection connection) : IAsyncDisposable
{
    private const int BufferLength = 64 * 1024;
    private List<string> _restore = [];

    /// <summary>Opens the transaction and empties what migrations have put in.</summary>
    public static async Task<DatabaseLoad> BeginAsync(DatabaseContent content, ServiceDatabase database, CancellationToken ct)
    {
        var connection = await AdminConnection.OpenAsync(database.AdminConnectionString, ct);
        var load = new DatabaseLoad(content, connection);
        try
        {
            await connection.RunAsync("begin", ct);
            await load.PrepareAsync(ct);
            return load;
        }
        catch
        {
            await load.DisposeAsync();
            throw;
        }
    }

    /// <summary>Fills one table from its part of the archive.</summary>
    public async Task CopyAsync(TableContent table, Stream part, CancellationToken ct)
    {
        await using var zip = new GZipStream(part, CompressionMode.Decompress, leaveOpen: true);
        using var rows = new StreamReader(zip, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, BufferLength);
        await using var target = await connection.BeginTextImportAsync($"copy {table.Name} ({string.Join(',', table.Columns)}) from stdin", ct);
        var buffer = new char[BufferLength];
        for (int read; (read = await rows.ReadAsync(buffer, ct)) > 0;)
            await target.WriteAsync(buffer.AsMemory(0, read), ct);
    }

    /// <summary>Checks all foreign keys, puts everything back as it was and commits.</summary>
    public async Task CommitAsync(CancellationToken ct)
    {
        foreach (var sequence in content.Sequences)
            await connection.RunAsync($"select setval('{sequence.Name.Replace("'", "''", StringComparison.Ordinal)}', {sequence.Value})", ct);
        await connection.RunAsync("set constraints all immediate", ct);
        foreach (var statement in _restore)
            await connection.RunAsync(statement, ct);
        await connection.RunAsync("commit", ct);
        await connection.RunAsync("analyze", ct);
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task PrepareAsync(CancellationToken ct)
    {
        var whole = content.Tables.Where(t => t.PartitionOf is null).Select(t => t.Name)
            .Concat(content.Tables.Select(t => t.PartitionOf).OfType<string>()).Distinct(StringComparer.Ordinal).ToArray();
        if (whole.Length > 0)
            await connection.RunAsync($"truncate {string.Join(',', whole)}", ct);
        foreach (var part in content.Tables.Where(t => t.PartitionOf is not null))
            await connection.RunAsync($"create table if not exists {part.Name} partition of {part.PartitionOf} {part.Bound}", ct);

        // Keys of a partition follow those of the whole table.
        const string keys =
            """
            from pg_constraint k where k.contype = 'f' and k.conparentid = 0 and not k.condeferrable
            and k.connamespace in ('public'::regnamespace, 'msg'::regnamespace)
            """;
        const string triggers =
            """
            from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal and t.tgparentid = 0
            and c.relnamespace in ('public'::regnamespace, 'msg'::regnamespace)
            """;
        const string key = "select format('alter table %s alter constraint %I ', k.conrelid::regclass, k.conname)";
        var relax = await connection.ListAsync<string>($"{key} || 'deferrable initially deferred' {keys}", ct);
        var tighten = await connection.ListAsync<string>($"{key} || 'not deferrable' {keys}", ct);
        var rest = await connection.ListAsync<string>($"select distinct format('alter table %s disable trigger user', c.oid::regclass) {triggers}", ct);
        var wake = await connection.ListAsync<string>($"select distinct format('alter table %s enable trigger user', c.oid::regclass) {triggers}", ct);
        foreach (var statement in relax.Concat(rest))
            await connection.RunAsync(statement, ct);
        _restore = [.. tighten, .. wake];
    }
}
