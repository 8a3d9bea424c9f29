using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Waymark.Ledger.Faults;
using Waymark.Ledger.Probe;
using Waymark.Platform.KillPoints;
using Waymark.Platform.PrivatePostgres;
using Waymark.Testing;
using Waymark.Testing.Brokers;

namespace Waymark.Ledger;

/// <summary>The product in processes and data folders of its own, with everything that a fault may take away from it.</summary>
internal sealed class LedgerWorld : IAsyncDisposable
{
    public const int Kill = 9;
    public const int Terminate = 15;

    /// <summary>The same for all, because copies of one installation hold what it was encrypted with.</summary>
    private static readonly string MasterKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private readonly string _root = Path.Combine(Path.GetTempPath(), $"waymark-ledger-{Environment.ProcessId}-{Guid.CreateVersion7():N}");
    private readonly List<LedgerHost> _hosts = [];
    private readonly Fault _fault;

    private LedgerWorld(Fault fault, PrivateRabbitMq? broker)
    {
        (_fault, Broker) = (fault, broker);
        Wire = broker is not null && fault.NeedsWire ? new Wire(broker.Url.Port) : null;
        _hosts.Add(new LedgerHost(_root));
    }

    /// <summary>The process that has the database; faults of one process strike it.</summary>
    public LedgerHost Host => _hosts[0];

    /// <summary>Where callers go: the process that has the database, or the one beside it.</summary>
    public Uri Address => _hosts[^1].Address;

    /// <summary>The RabbitMQ that carries the events; null when they go straight into the databases.</summary>
    public PrivateRabbitMq? Broker { get; }

    /// <summary>What leads to it, where a fault strikes the way.</summary>
    public Wire? Wire { get; }

    /// <summary>The process of the private PostgreSQL.</summary>
    public int PostmasterId => int.Parse(File.ReadLines(Path.Combine(_root, "postgres", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    /// <summary>How PostgreSQL's administrator connects.</summary>
    public string AdminAddress => PostgresServer.AdminConnectionStringOf(_root);

    /// <summary>What every process is told, whatever carries its events.</summary>
    public static IReadOnlyList<string> Settings() =>
    [
        "--RateLimits:Enabled=false", "--Web:Folder=none", "--Logging:LogLevel:Default=Error", "--PublicUrl=http://ledger.test",
        $"--Secrets:MasterKey={MasterKey}",
    ];

    /// <summary>Makes an installation without any data and starts it.</summary>
    public static async Task<LedgerWorld> CreateAsync(Fault fault, bool isThroughRabbitMq)
    {
        var world = new LedgerWorld(fault, isThroughRabbitMq ? await PrivateRabbitMq.StartAsync() : null);
        try
        {
            await (fault.Prepare?.Invoke(world) ?? BlankInstallation.CopyToAsync(world._root));
            await world.StartAsync(fault.KillAt);
            if (fault.NeedsTwoHosts)
            {
                await world.StartSecondAsync();
            }

            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    /// <summary>How many times handlers of a probe began with an event so far.</summary>
    public long CountAttempts() => Signs.CountAttempts(_root);

    /// <summary>Puts a sign up for the probe's handlers.</summary>
    public void PutUp(string sign) => File.WriteAllText(Signs.PathOf(_root, sign), "");

    /// <summary>Takes it down.</summary>
    public void TakeDown(string sign) => File.Delete(Signs.PathOf(_root, sign));

    /// <summary>Whether it is up.</summary>
    public bool IsUp(string sign) => File.Exists(Signs.PathOf(_root, sign));

    /// <summary>A pool for one service's database, as the administrator.</summary>
    public NpgsqlDataSource DatabaseOf(string service) => ConnectTo("waymark_" + service);

    /// <summary>A pool for any database of the server.</summary>
    public NpgsqlDataSource ConnectTo(string database) => NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(AdminAddress) { Database = database, MaxPoolSize = 4 }.ConnectionString);

    /// <summary>Counts something in one service's database.</summary>
    public async Task<long> CountAsync(string service, string sql)
    {
        await using var database = DatabaseOf(service);
        await using var command = database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Starts the host and waits until it is ready; the next start is harmless again.</summary>
    /// <param name="killAt">An instant at which it shall end itself once <see cref="PutUp"/> has put the instant's name up.</param>
    public async Task StartAsync(string? killAt = null)
    {
        Host.Start(OwnSettings(), _root, Variables(killAt is null ? null : $"{killAt}@{Signs.PathOf(_root, killAt)}"));
        await Host.ReadyAsync();
    }

    /// <summary>Starts the host so that it ends itself at an instant of its start.</summary>
    /// <returns>Whether it did.</returns>
    public async Task<bool> DieAtStartAsync(string killAt)
    {
        Host.Start(OwnSettings(), _root, Variables(killAt));
        return !await Host.TryReadyAsync();
    }

    /// <summary>Starts the host, which may end again before it is ready.</summary>
    public async Task TryStartAsync()
    {
        Host.Start(OwnSettings(), _root, Variables(null));
        await Host.TryReadyAsync();
    }

    /// <summary>Waits for something for so long as a fault may take.</summary>
    public static async Task<bool> UntilAsync(Func<Task<bool>> condition, TimeSpan limit)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < limit; await Task.Delay(50))
        {
            if (await condition())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Sends a signal to a process.</summary>
    public static void Signal(int id, int signal)
    {
        using var kill = Process.Start("kill", [$"-{signal.ToString(CultureInfo.InvariantCulture)}", id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>The processes that one has started and that still run.</summary>
    public static IReadOnlyList<int> ChildrenOf(int id) =>
        [.. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => name!.All(char.IsAsciiDigit)).Select(name => int.Parse(name!, CultureInfo.InvariantCulture)).Where(child => ParentOf(child) == id)];

    public async ValueTask DisposeAsync()
    {
        foreach (var host in Enumerable.Reverse(_hosts).Where(h => h.HasStarted))
        {
            await host.EndAsync(Terminate);
        }

        await (Wire?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (Broker?.DisposeAsync() ?? ValueTask.CompletedTask);
        foreach (var host in _hosts)
        {
            host.Dispose();
            if (Directory.Exists(host.Folder))
            {
                Trash.Take(host.Folder);
            }
        }

        Signs.Clear(_root);
    }

    /// <summary>A second process on the same databases.</summary>
    private async Task StartSecondAsync()
    {
        var admin = new NpgsqlConnectionStringBuilder(AdminAddress);
        var url = $"postgres://{admin.Username}:{Uri.EscapeDataString(admin.Password!)}@localhost:{admin.Port}/postgres?Host={Uri.EscapeDataString(admin.Host!)}";
        var second = new LedgerHost(_root + "-second");
        _hosts.Add(second);
        second.Start([.. OwnSettings(), $"--Database:Url={url}"], _root, Variables(null));
        await second.ReadyAsync();
    }

    private IEnumerable<string> OwnSettings() => Broker is null
        ? Settings()
        : Settings().Append($"--Broker:Url={(Wire is null ? Broker.Url : new UriBuilder(Broker.Url) { Port = Wire.Port }.Uri)}");

    private Dictionary<string, string> Variables(string? killAt)
    {
        var variables = new Dictionary<string, string>(_fault.Variables, StringComparer.Ordinal);
        if (killAt is not null)
        {
            variables[KillSwitch.Variable] = killAt;
        }

        return variables;
    }

    private static int ParentOf(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It has ended between the listing and the look.
            return 0;
        }
    }
}
