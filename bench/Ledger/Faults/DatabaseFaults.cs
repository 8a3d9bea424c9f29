namespace Waymark.Ledger.Faults;

/// <summary>A database that lives but does not do what it should.</summary>
internal static class DatabaseFaults
{
    private const int Stop = 19;
    private const int Continue = 18;
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(5);

    public static async Task TerminateBackendsAsync(Scene scene)
    {
        const string end =
            "select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() and random() < 0.33";
        await using var server = scene.World.ConnectTo("postgres");
        for (var i = 0; i < 10; i++)
        {
            await using var command = server.CreateCommand(end);
            await command.ExecuteNonQueryAsync();
            await Task.Delay(Length / 10);
        }

        await scene.World.Host.ReadyAsync();
    }

    /// <summary>
    /// Holds every connection that PostgreSQL gives, and ends those that the product has, so that it must ask for new ones.
    /// </summary>
    public static async Task ExhaustConnectionsAsync(Scene scene)
    {
        var held = new List<NpgsqlConnection>();
        try
        {
            while (await TryOpenAsync(scene.World, held))
            {
                // Until there is none left.
            }

            await using (var end = new NpgsqlCommand("select pg_terminate_backend(pid) from pg_stat_activity where application_name <> 'hold' and backend_type = 'client backend'", held[0]))
            {
                await end.ExecuteNonQueryAsync();
            }

            while (await TryOpenAsync(scene.World, held))
            {
                // What was given up by the product.
            }

            scene.Struck = held.Count;
            await Task.Delay(Length);
        }
        finally
        {
            foreach (var connection in held)
            {
                await connection.DisposeAsync();
            }
        }

        await scene.World.Host.ReadyAsync();
    }

    public static async Task LeaveTransactionsOpenAsync(Scene scene)
    {
        await using var tasks = scene.World.DatabaseOf("tasks");
        await using var users = scene.World.DatabaseOf("users");
        await using var one = await tasks.OpenConnectionAsync();
        await using var two = await users.OpenConnectionAsync();
        foreach (var connection in new[] { one, two })
        {
            await using var begin = new NpgsqlCommand("begin; select pg_current_xact_id()", connection);
            await begin.ExecuteNonQueryAsync();
        }

        await Task.Delay(Length);
        foreach (var connection in new[] { one, two })
        {
            await using var end = new NpgsqlCommand("commit", connection);
            await end.ExecuteNonQueryAsync();
        }
    }

    /// <summary>What a cut cable or a dead disk looks like: nobody is told anything.</summary>
    public static async Task StallAsync(Scene scene)
    {
        var postmaster = scene.World.PostmasterId;
        List<int> all = [postmaster, .. LedgerWorld.ChildrenOf(postmaster)];
        all.ForEach(id => LedgerWorld.Signal(id, Stop));
        await Task.Delay(Silence);
        all.ForEach(id => LedgerWorld.Signal(id, Continue));
        scene.Struck = all.Count;
        await scene.World.Host.ReadyAsync();
    }

    private static async Task<bool> TryOpenAsync(LedgerWorld world, List<NpgsqlConnection> held)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(world.AdminAddress) { Pooling = false, ApplicationName = "hold" }.ConnectionString);
        try
        {
            await connection.OpenAsync();
            held.Add(connection);
            return true;
        }
        catch (PostgresException full) when (full.SqlState == PostgresErrorCodes.TooManyConnections)
        {
            await connection.DisposeAsync();
            return false;
        }
    }
}
