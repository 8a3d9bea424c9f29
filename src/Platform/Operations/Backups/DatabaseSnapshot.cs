using System.Data;
using System.IO.Compression;
using System.Text;
using Npgsql;
using Waymark.Platform.Data;

namespace Waymark.Platform.Operations.Backups;

/// <summary>One database as it stood at one instant, readable table by table while the product goes on.</summary>
internal sealed class DatabaseSnapshot(string service, NpgsqlConnection connection) : IAsyncDisposable
{
    private const int BufferLength = 64 * 1024;

    /// <summary>
    /// Takes the snapshots of all databases so that no event is lost between them. Nothing may leave or enter an outbox
    /// while they are taken (some milliseconds), so each event is in its publisher's outbox, with its consumer, or in both,
    /// which the consumer's inbox sorts out.
    /// </summary>
    public static async Task<List<DatabaseSnapshot>> TakeAsync(IEnumerable<ServiceDatabase> databases, CancellationToken ct)
    {
        var locks = new List<NpgsqlConnection>();
        var snapshots = new List<DatabaseSnapshot>();
        try
        {
            var all = databases.ToList();
            foreach (var database in all)
                locks.Add(await HoldOutboxAsync(database, ct));
            foreach (var database in all)
                snapshots.Add(new DatabaseSnapshot(database.Service, await BeginAsync(database, ct)));
            return snapshots;
        }
        catch
        {
            foreach (var snapshot in snapshots)
                await snapshot.DisposeAsync();
            throw;
        }
        finally
        {
            foreach (var connection in locks)
                await connection.DisposeAsync();
        }
    }

    /// <summary>What is in it.</summary>
    public async Task<DatabaseContent> DescribeAsync(CancellationToken ct)
    {
        var scripts = await connection.ListAsync<int>("select coalesce(max(version), 0) from msg.schema_version", ct);
        return new DatabaseContent(service, await MigrationHistory.ReadAsync(connection, ct), scripts[0], await TablesAsync(ct), await SequencesAsync(ct));
    }

    /// <summary>Writes a table's rows in PostgreSQL's text form, which all versions read.</summary>
    public async Task CopyAsync(TableContent table, string file, CancellationToken ct)
    {
        var command = $"copy (select {string.Join(',', table.Columns)} from only {table.Name}) to stdout";
        using var rows = await connection.BeginTextExportAsync(command, ct);
        await using var zip = new GZipStream(File.Create(file), CompressionLevel.Fastest);
        await using var writer = new StreamWriter(zip, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferLength);
        var buffer = new char[BufferLength];
        for (int read; (read = await rows.ReadAsync(buffer, ct)) > 0;)
            await writer.WriteAsync(buffer.AsMemory(0, read), ct);
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static async Task<NpgsqlConnection> HoldOutboxAsync(ServiceDatabase database, CancellationToken ct)
    {
        var connection = await AdminConnection.OpenAsync(database.AdminConnectionString, ct);
        try
        {
            await connection.RunAsync("begin; set local lock_timeout = '10s'", ct);
            await connection.RunAsync("do $$ begin if to_regclass('msg.outbox') is not null then lock table msg.outbox in share mode; end if; end $$", ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<NpgsqlConnection> BeginAsync(ServiceDatabase database, CancellationToken ct)
    {
        var connection = await AdminConnection.OpenAsync(database.AdminConnectionString, ct);
        try
        {
            // The last database waits while all others are copied.
            await connection.RunAsync("set idle_in_transaction_session_timeout = 0", ct);
            await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
            // Only the first query fixes what the transaction sees.
            await connection.RunAsync("select 1", ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task<List<TableContent>> TablesAsync(CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            select quote_ident(n.nspname) || '.' || quote_ident(c.relname),
                   array(select quote_ident(a.attname) from pg_attribute a
                         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum),
                   case when c.relispartition then i.inhparent::regclass::text end,
                   case when c.relispartition then pg_get_expr(c.relpartbound, c.oid) end
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            left join pg_inherits i on i.inhrelid = c.oid
            where n.nspname in ('public', 'msg') and c.relkind = 'r' and c.relpersistence = 'p'
              and c.relname <> '__EFMigrationsHistory' and not (n.nspname = 'msg' and c.relname = 'schema_version')
            order by 1
            """,
            connection);
        var tables = new List<TableContent>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            tables.Add(new TableContent(
                reader.GetString(0), reader.GetFieldValue<string[]>(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3)));
        }

        return tables;
    }

    private async Task<List<SequenceContent>> SequencesAsync(CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            select quote_ident(schemaname) || '.' || quote_ident(sequencename), last_value
            from pg_sequences where schemaname in ('public', 'msg') and last_value is not null order by 1
            """,
            connection);
        var sequences = new List<SequenceContent>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            sequences.Add(new SequenceContent(reader.GetString(0), reader.GetInt64(1)));
        return sequences;
    }
}
