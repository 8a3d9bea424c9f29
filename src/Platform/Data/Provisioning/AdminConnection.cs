using Npgsql;

namespace Waymark.Platform.Data;

/// <summary>Connections of the administrator: few, short, not pooled.</summary>
internal static class AdminConnection
{
    /// <summary>Opens one; it is closed for good when disposed.</summary>
    public static async Task<NpgsqlConnection> OpenAsync(string connectionString, CancellationToken ct)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Pooling = false,
            GssEncryptionMode = GssEncryptionMode.Disable,
            Enlist = false,
            // EF opens its own from this connection's string.
            PersistSecurityInfo = true,
            // A migration or a backup may run long.
            CommandTimeout = 0,
            ApplicationName = "waymark-admin",
        };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs statements without an answer.</summary>
    public static async Task RunAsync(this NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The first column of the answer.</summary>
    public static async Task<List<T>> ListAsync<T>(this NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var list = new List<T>();
        while (await reader.ReadAsync(ct))
            list.Add(reader.GetFieldValue<T>(0));
        return list;
    }
}
