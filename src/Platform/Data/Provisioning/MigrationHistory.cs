using Npgsql;

namespace Waymark.Platform.Data;

/// <summary>EF's record of the migrations applied to a database.</summary>
internal static class MigrationHistory
{
    /// <summary>Its table, as SQL names it.</summary>
    public const string Table = "public.\"__EFMigrationsHistory\"";

    /// <summary>The ids of the applied migrations, oldest first; empty for a new database.</summary>
    public static async Task<List<string>> ReadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        try
        {
            return await connection.ListAsync<string>($"select \"MigrationId\" from {Table} order by 1", ct);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return [];
        }
    }
}
