using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Waymark.Ledger.Probe;
using Waymark.Platform.PrivatePostgres;
using Waymark.Testing.Brokers;

namespace Waymark.Ledger;

/// <summary>The product in a process and a data folder of its own, with everything that a fault may take away from it.</summary>
internal sealed class LedgerWorld : IAsyncDisposable
{
    public const int Kill = 9;
    public const int Terminate = 15;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"waymark-ledger-{Environment.ProcessId}-{Guid.CreateVersion7():N}");
    private readonly int _port = FreePort();
    private readonly HttpClient _client;
    private Process? _host;

    private LedgerWorld(PrivateRabbitMq? broker)
    {
        Broker = broker;
        _client = new HttpClient(new SocketsHttpHandler(), disposeHandler: true) { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(2) };
    }

    public Uri Address => new($"http://localhost:{_port}");

    public int HostId => _host!.Id;

    /// <summary>The RabbitMQ that carries the events; null when they go straight into the databases.</summary>
    public PrivateRabbitMq? Broker { get; }

    /// <summary>The process of the private PostgreSQL.</summary>
    public int PostmasterId => int.Parse(File.ReadLines(Path.Combine(_folder, "postgres", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    /// <summary>How PostgreSQL's administrator connects.</summary>
    public string AdminAddress => PostgresServer.AdminConnectionStringOf(_folder);

    private string AttemptsPath => _folder + ".attempts";

    /// <summary>Makes an empty installation and starts it.</summary>
    public static async Task<LedgerWorld> CreateAsync(bool isThroughRabbitMq)
    {
        var world = new LedgerWorld(isThroughRabbitMq ? await PrivateRabbitMq.StartAsync() : null);
        await world.StartAsync();
        return world;
    }

    /// <summary>How many times handlers of a probe began with an event so far.</summary>
    public long CountAttempts() => File.Exists(AttemptsPath) ? File.ReadLines(AttemptsPath).LongCount() : 0;

    /// <summary>A pool for one service's database, as the administrator.</summary>
    public NpgsqlDataSource DatabaseOf(string service) => ConnectTo("waymark_" + service);

    /// <summary>A pool for any database of the server.</summary>
    public NpgsqlDataSource ConnectTo(string database) => NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(AdminAddress) { Database = database, MaxPoolSize = 4 }.ConnectionString);

    /// <summary>Starts the host and waits until it is ready.</summary>
    public async Task StartAsync()
    {
        List<string> arguments =
        [
            ProgramPath(), "run", "--port", _port.ToString(CultureInfo.InvariantCulture), "--data", _folder,
            "--RateLimits:Enabled=false", "--Web:Folder=none", "--Logging:LogLevel:Default=Error",
        ];
        if (Broker is not null)
        {
            arguments.Add($"--Broker:Url={Broker.Url}");
        }

        var start = new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[Attempts.Variable] = AttemptsPath;
        _host = Process.Start(start)!;
        _host.OutputDataReceived += (_, _) => { };
        _host.ErrorDataReceived += (_, _) => { };
        _host.BeginOutputReadLine();
        _host.BeginErrorReadLine();
        await ReadyAsync();
    }

    /// <summary>Waits until the host says that it is ready.</summary>
    public async Task ReadyAsync()
    {
        var clock = Stopwatch.StartNew();
        while (!await IsReadyAsync())
        {
            if (_host!.HasExited || clock.Elapsed > Patience)
            {
                throw new LedgerException("The product did not become ready.");
            }

            await Task.Delay(20);
        }
    }

    /// <summary>Ends the host by a signal and waits until it is gone.</summary>
    public async Task EndAsync(int signal)
    {
        Signal(HostId, signal);
        await _host!.WaitForExitAsync();
        _host.Dispose();
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
        if (_host is { } host && !host.HasExited)
        {
            await EndAsync(Terminate);
        }

        if (Broker is not null)
        {
            await Broker.DisposeAsync();
        }

        _client.Dispose();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        File.Delete(AttemptsPath);
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await _client.GetAsync("/health/ready");
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
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

    /// <summary>The ledger's own program, also where a test uses it as a library.</summary>
    private static string ProgramPath()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(own.Parent!.Parent!.FullName, "Ledger", own.Name, "Waymark.Ledger.dll");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
