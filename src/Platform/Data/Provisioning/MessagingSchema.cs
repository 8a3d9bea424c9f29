using System.Globalization;
using Npgsql;

namespace Waymark.Platform.Data;

/// <summary>One numbered script of the schema <c>msg</c>.</summary>
/// <param name="Number">Its place; scripts run in this order, each once.</param>
/// <param name="Name">Its file's name.</param>
/// <param name="Sql">Its statements; they run in one transaction.</param>
public sealed record SchemaScript(int Number, string Name, string Sql);

/// <summary>
/// The schema <c>msg</c>, which every service's database has alike and which therefore belongs to no service's
/// migrations. Scripts are only ever added.
/// </summary>
public sealed class MessagingSchema(IReadOnlyList<SchemaScript> scripts)
{
    private const string Prefix = "msg/";

    /// <summary>The scripts of this program.</summary>
    public static MessagingSchema Embedded { get; } = Read();

    /// <summary>The scripts in order.</summary>
    public IReadOnlyList<SchemaScript> Scripts { get; } = scripts;

    /// <summary>The number of the last script; 0 without any.</summary>
    public int Head => Scripts.Count == 0 ? 0 : Scripts[^1].Number;

    /// <summary>Runs what is missing, as the login that owns the schema.</summary>
    /// <param name="connection">An open connection to the database.</param>
    /// <param name="target">The last script to run.</param>
    /// <param name="ct">Cancels.</param>
    public async Task ApplyAsync(NpgsqlConnection connection, int target, CancellationToken ct)
    {
        await using var prepare = new NpgsqlCommand(
            """
            create schema if not exists msg;
            create table if not exists msg.schema_version (version int primary key, name text not null, applied_at timestamptz not null default now());
            select coalesce(max(version), 0) from msg.schema_version;
            """,
            connection);
        var applied = (int)(await prepare.ExecuteScalarAsync(ct))!;
        foreach (var script in Scripts.Where(s => s.Number > applied && s.Number <= target))
        {
            await using var transaction = await connection.BeginTransactionAsync(ct);
            // Its own command: a script without parameters may hold many statements.
            await using var run = new NpgsqlCommand(script.Sql, connection, transaction);
            await run.ExecuteNonQueryAsync(ct);
            await using var note = new NpgsqlCommand("insert into msg.schema_version (version, name) values ($1, $2)", connection, transaction);
            note.Parameters.AddWithValue(script.Number);
            note.Parameters.AddWithValue(script.Name);
            await note.ExecuteNonQueryAsync(ct);
            await transaction.CommitAsync(ct);
        }
    }

    private static MessagingSchema Read()
    {
        var assembly = typeof(MessagingSchema).Assembly;
        var scripts = assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(n)!);
                var name = n[Prefix.Length..];
                return new SchemaScript(int.Parse(name.Split('-')[0], CultureInfo.InvariantCulture), name, reader.ReadToEnd());
            });
        return new MessagingSchema(scripts.ToArray());
    }
}
