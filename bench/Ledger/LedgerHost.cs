using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Waymark.Ledger.Probe;
using Waymark.Platform.KillPoints;
using Waymark.Testing;

namespace Waymark.Ledger;

/// <summary>One process of the product, which can be ended and started again.</summary>
internal sealed class LedgerHost : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private const int LastLines = 30;

    private readonly int _port = Ports.Free();
    private readonly ConcurrentQueue<string> _said = [];
    private readonly HttpClient _client;
    private Process? _process;

    public LedgerHost(string folder)
    {
        Folder = folder;
        _client = new HttpClient(new SocketsHttpHandler(), disposeHandler: true) { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(2) };
    }

    /// <summary>Its data folder.</summary>
    public string Folder { get; }

    public Uri Address => new($"http://localhost:{_port}");

    public int Id => _process!.Id;

    public bool HasStarted => _process is not null;

    public bool HasExited => _process!.HasExited;

    /// <summary>Starts it.</summary>
    /// <param name="settings">The settings of the product.</param>
    /// <param name="signs">What the files of its <see cref="Signs"/> begin with.</param>
    /// <param name="variables">More of its environment.</param>
    public void Start(IEnumerable<string> settings, string signs, IReadOnlyDictionary<string, string> variables)
    {
        _process?.Dispose();
        _said.Clear();
        var start = new ProcessStartInfo(
            "dotnet", [ProgramPath(), "run", "--port", _port.ToString(CultureInfo.InvariantCulture), "--data", Folder, .. settings])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove(KillSwitch.Variable);
        start.Environment[Signs.Variable] = signs;
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Waits until it says that it is ready.</summary>
    public async Task ReadyAsync()
    {
        if (!await TryReadyAsync())
        {
            throw new LedgerException(HasExited
                ? $"The product ended with {_process!.ExitCode} instead of becoming ready. Its last words:\n{string.Join('\n', _said)}"
                : $"The product did not become ready within {Patience.TotalSeconds} s. Its last words:\n{string.Join('\n', _said)}");
        }
    }

    /// <summary>Waits until it says that it is ready, or has ended.</summary>
    /// <returns>Whether it is ready.</returns>
    public async Task<bool> TryReadyAsync()
    {
        var clock = Stopwatch.StartNew();
        while (!await IsReadyAsync())
        {
            if (HasExited || clock.Elapsed > Patience)
            {
                return false;
            }

            await Task.Delay(20);
        }

        return true;
    }

    /// <summary>Sends it a signal.</summary>
    public void Signal(int signal) => LedgerWorld.Signal(Id, signal);

    /// <summary>Waits until it has ended by itself.</summary>
    /// <returns>Whether it did in time.</returns>
    public async Task<bool> ExitsAsync(TimeSpan limit)
    {
        await _process!.WaitForExitAsync().WaitAsync(limit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return HasExited;
    }

    /// <summary>Ends it by a signal and waits until it is gone.</summary>
    public async Task EndAsync(int signal)
    {
        if (!HasExited)
        {
            Signal(signal);
            await _process!.WaitForExitAsync();
        }
    }

    public void Dispose()
    {
        _process?.Dispose();
        _client.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _said.Enqueue(line);
        }

        while (_said.Count > LastLines)
        {
            _said.TryDequeue(out _);
        }
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

    /// <summary>The ledger's own program, also where a test uses it as a library.</summary>
    private static string ProgramPath()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(own.Parent!.Parent!.FullName, "Ledger", own.Name, "Waymark.Ledger.dll");
    }
}
