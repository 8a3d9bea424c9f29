using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Waymark.Platform.Operations;

namespace Waymark.Platform.PrivatePostgres;

/// <summary>
/// The PostgreSQL that a host initialises, starts, watches and stops by itself. It listens on a socket in a private folder
/// only. A server that outlived its killed host is adopted; one that dies while the host runs is started again.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly TimeSpan OrphansLimit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan WatchStep = TimeSpan.FromMilliseconds(250);

    private readonly PostgresSettings _settings;
    private readonly PostgresCluster _cluster;
    private readonly CancellationTokenSource _stopping = new();
    private Task _watch = Task.CompletedTask;
    private int _pid;

    /// <summary>A server for a data folder; nothing runs before <see cref="StartAsync"/>.</summary>
    public PostgresServer(DataFolder folder, PostgresSettings? settings = null)
    {
        _settings = settings ?? new PostgresSettings();
        _cluster = new PostgresCluster(folder);
        AdminConnectionString = ConnectionStringOf(folder.Path, _cluster.Password());
    }

    /// <summary>How its administrator connects to the database <c>postgres</c>; known before the server runs.</summary>
    public string AdminConnectionString { get; }

    /// <summary>Where it tells of what it did by itself; a host sets it once it has a log.</summary>
    public ILogger Logger { private get; set; } = NullLogger.Instance;

    /// <summary>The server's process; 0 while none runs.</summary>
    public int ProcessId => _pid;

    /// <summary>Whether a server of this folder runs, whoever started it.</summary>
    public bool IsRunning => Postmaster.Read(_cluster.Folder) is { } found && found.Serves(_cluster.Folder);

    /// <summary>The same connection string for a data folder that another process holds.</summary>
    /// <exception cref="StartupException">The folder has no private PostgreSQL.</exception>
    public static string AdminConnectionStringOf(string dataFolder)
    {
        var password = Path.Combine(dataFolder, "postgres.password");
        return File.Exists(password)
            ? ConnectionStringOf(dataFolder, File.ReadAllText(password).Trim())
            : throw new StartupException($"{dataFolder} holds no database of Waymark's; check --data.");
    }

    /// <summary>Returns once the server takes connections; recovery after a crash may take its time.</summary>
    /// <exception cref="StartupException">It cannot start; the message says what to do.</exception>
    public async Task StartAsync(CancellationToken ct)
    {
        if (!OperatingSystem.IsLinux())
            throw new StartupException("The private PostgreSQL needs Linux; set Database:Url to a server of your own.");
        await LaunchAsync(ct);
        _watch = WatchAsync(_stopping.Token);
    }

    /// <summary>Ends all sessions and waits until the server has written everything and gone; one that need not last writes nothing more.</summary>
    public async Task StopAsync(CancellationToken ct)
    {
        await _stopping.CancelAsync();
        await _watch;
        if (_pid != 0)
            await EndAsync(_pid, _settings.IsDurable ? Unix.Interrupt : Unix.Quit, ct);
        _pid = 0;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        _stopping.Dispose();
    }

    private static string ConnectionStringOf(string dataFolder, string password) => new NpgsqlConnectionStringBuilder
    {
        Host = PostgresCluster.SocketFolderOf(dataFolder),
        Username = PostgresCluster.Superuser,
        Password = password,
        Database = "postgres",
    }.ConnectionString;

    private async Task LaunchAsync(CancellationToken ct)
    {
        var binaries = await PostgresBinaries.FindAsync(_cluster.Major, _settings.Binaries, ct);
        var user = await PostgresUser.ForAsync(_cluster.Folder, ct);
        await _cluster.PrepareAsync(binaries, user, _settings.IsDurable, ct);
        string[] server = [binaries.PathOf("postgres"), "-D", _cluster.Folder, .. _settings.Arguments(_cluster.SocketFolder)];

        for (var since = Stopwatch.StartNew(); ;)
        {
            if (await AdoptAsync(server, ct))
                return;
            Postmaster.Disown(_cluster.Folder);
            _cluster.RemoveSocket();
            var log = new PostgresLog(_cluster.Log);
            using var process = Launch(user, server);
            if (await IsReadyAsync(process.Id, ct))
            {
                _pid = process.Id;
                return;
            }

            if (!log.TellsOfOrphans || since.Elapsed > OrphansLimit)
                throw log.Failure();
            await Task.Delay(WatchStep, ct);
        }
    }

    /// <summary>Takes over a running server of this folder; one with other settings is stopped first.</summary>
    private async Task<bool> AdoptAsync(string[] server, CancellationToken ct)
    {
        if (!IsRunning || Postmaster.Read(_cluster.Folder) is not { } found)
            return false;
        if (Postmaster.CommandLine(found.Pid).SequenceEqual(server) && await IsReadyAsync(found.Pid, ct))
        {
            _pid = found.Pid;
            Logger.LogInformation("Took over the PostgreSQL that a killed host left running, process {Pid}.", found.Pid);
            return true;
        }

        await EndAsync(found.Pid, Unix.Interrupt, ct);
        return false;
    }

    /// <summary>
    /// A session of its own keeps Ctrl-C from reaching the server before the host has finished; the log is a file, because
    /// a pipe would break when the host is killed.
    /// </summary>
    private Process Launch(PostgresUser? user, string[] server)
    {
        string[] command = ["-c", "exec >>\"$0\" 2>&1 </dev/null; exec \"$@\"", _cluster.Log, "setsid", .. PostgresUser.Drop(user), .. server];
        var start = new ProcessStartInfo("/bin/sh", command) { WorkingDirectory = "/" };
        Tool.CleanEnvironment(start);
        return Process.Start(start)!;
    }

    private async Task<bool> IsReadyAsync(int pid, CancellationToken ct)
    {
        while (Unix.IsAlive(pid))
        {
            if (Postmaster.Read(_cluster.Folder) is { IsReady: true } found && found.Pid == pid)
                return true;
            await Task.Delay(Step, ct);
        }

        return false;
    }

    private static async Task EndAsync(int pid, int signal, CancellationToken ct)
    {
        Unix.Signal(pid, signal);
        for (var since = Stopwatch.StartNew(); Unix.IsAlive(pid);)
        {
            if (since.Elapsed > StopLimit)
            {
                // The next start recovers from the log.
                Unix.Signal(pid, Unix.Quit);
                since.Restart();
            }

            await Task.Delay(Step, ct);
        }
    }

    private async Task WatchAsync(CancellationToken ct)
    {
        try
        {
            for (; ; await Task.Delay(WatchStep, ct))
            {
                if (Unix.IsAlive(_pid))
                    continue;
                Logger.LogError("PostgreSQL (process {Pid}) has died; it is started again.", _pid);
                await RelaunchAsync(ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task RelaunchAsync(CancellationToken ct)
    {
        try
        {
            await LaunchAsync(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            Logger.LogError(e, "PostgreSQL could not be started again; the next try is in 5 seconds.");
            await Task.Delay(TimeSpan.FromSeconds(5), ct);
        }
    }
}
