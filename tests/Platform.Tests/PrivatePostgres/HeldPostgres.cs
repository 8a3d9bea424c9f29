using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Waymark.Platform.Operations;
using Waymark.Platform.PrivatePostgres;
using Waymark.Testing;

namespace Waymark.Platform.Tests.PrivatePostgres;

/// <summary>A data folder under /tmp, whose server other processes hold; whatever runs in it is stopped at the end.</summary>
public sealed class HeldPostgres : IAsyncDisposable
{
    private readonly List<Process> _holders = [];

    public HeldPostgres(string? name = null)
    {
        Root = Directory.CreateTempSubdirectory("wm").FullName;
        File.SetUnixFileMode(Root, File.GetUnixFileMode(Root) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        Folder = Path.Combine(Root, name ?? "data");
    }

    public string Root { get; }

    public string Folder { get; }

    /// <summary>Starts a host as this user, or as the one whose id is given; returns the server's process id, or the sentence it died with.</summary>
    public async Task<(Process Holder, string Said)> HoldAsync(int? user = null)
    {
        string[] drop = user is null ? [] : ["setpriv", $"--reuid={user}", $"--regid={user}", "--clear-groups"];
        string[] command = [.. drop, "dotnet", Path.Combine(AppContext.BaseDirectory, "Waymark.PostgresHolder.dll"), Folder];
        var holder = Process.Start(new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        })!;
        _holders.Add(holder);
        return (holder, await holder.StandardOutput.ReadLineAsync() ?? "");
    }

    /// <summary>Kills a process the hard way and waits until it is gone.</summary>
    public static async Task KillAsync(int pid)
    {
        Unix.Signal(pid, 9);
        await Until(() => !Unix.IsAlive(pid));
    }

    public static async Task Until(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition())
            await Task.Delay(10, limit.Token);
    }

    public async Task<object?> AskAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(PostgresServer.AdminConnectionStringOf(Folder) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>What a host that is killed as soon as its server runs leaves behind.</summary>
    public async Task<int> AbandonAsync()
    {
        var (holder, said) = await HoldAsync();
        var server = int.Parse(said, CultureInfo.InvariantCulture);
        await AskAsync("create table if not exists kept as select 42 as n");
        await KillAsync(holder.Id);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var holder in _holders.Where(h => !h.HasExited))
        {
            holder.StandardInput.Close();
            await holder.WaitForExitAsync();
        }

        if (Postmaster.Read(Path.Combine(Folder, "postgres")) is { } left && left.Serves(Path.Combine(Folder, "postgres")))
            await KillAsync(left.Pid);
        _holders.ForEach(h => h.Dispose());
        Trash.Take(Root);
    }
}
