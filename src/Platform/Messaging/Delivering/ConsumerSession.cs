using System.Data;
using Npgsql;

namespace Waymark.Platform.Messaging.Delivering;

/// <summary>The connection on which one claim is worked off, row after row; replaced when it breaks.</summary>
internal sealed class ConsumerSession(NpgsqlDataSource pool) : IAsyncDisposable
{
    private NpgsqlConnection? _connection;

    /// <summary>An open connection with no transaction.</summary>
    public async Task<NpgsqlConnection> OpenAsync(CancellationToken ct)
    {
        if (_connection is { State: ConnectionState.Open } open)
        {
            return open;
        }

        await DisposeAsync();
        try
        {
            return _connection = await pool.OpenConnectionAsync(ct);
        }
        catch (PostgresException e)
        {
            // Whatever a server says instead of opening a connection, it is never about the event at hand.
            throw new NpgsqlException("The database does not take connections.", e);
        }
    }

    /// <summary>Whether the database answers on a fresh connection.</summary>
    public async Task<bool> ProbeAsync(CancellationToken ct)
    {
        try
        {
            await DisposeAsync();
            await using var ask = new NpgsqlCommand("select 1", await OpenAsync(ct)) { CommandTimeout = 2 };
            await ask.ExecuteScalarAsync(ct);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    /// <summary>
    /// Gives the connection up to a handler that does not end: its backend is ended, so its transaction can never
    /// commit, and the next row gets a new connection.
    /// </summary>
    public async Task AbandonAsync(NpgsqlDataSource rescue, CancellationToken ct)
    {
        if (Interlocked.Exchange(ref _connection, null) is not { } stuck)
        {
            return;
        }

        await using (var end = rescue.CreateCommand("select pg_terminate_backend($1)"))
        {
            end.Parameters.AddWithValue(stuck.ProcessID);
            await end.ExecuteScalarAsync(ct);
        }

        try
        {
            await stuck.DisposeAsync();
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
        {
            // The handler is using it at this moment: its backend is gone, so it ends there with an error of its own.
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _connection, null) is { } connection)
        {
            await connection.DisposeAsync();
        }
    }
}
