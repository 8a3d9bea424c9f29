using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Waymark.Platform.Operations;

namespace Waymark.Testing.Hosting;

/// <summary>The product as people run it: the built program in a process of its own, with a port and a data folder.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    public const int Kill = 9;
    public const int Terminate = 15;

    private const int KeptLines = 2_000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _log = [];
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _reading;

    private HostProcess(ProcessStartInfo start, Uri address)
    {
        Address = address;
        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        _reading = Task.WhenAll(ReadAsync(_process.StandardOutput), ReadAsync(_process.StandardError));
        HostLogs.Add(this);
    }

    public Uri Address { get; }

    public int ProcessId => _process.Id;

    public bool HasEnded { get; private set; }

    /// <summary>The last lines that the host wrote.</summary>
    public IReadOnlyList<string> Log => [.. _log];

    /// <summary>Starts a host; it may still be on its way, or refuse.</summary>
    public static HostProcess Start(HostFolder folder, params string[] settings) => Start(folder, variable: null, settings);

    /// <summary>Starts a host with one more variable in its environment.</summary>
    public static HostProcess Start(HostFolder folder, (string Name, string Value)? variable, params string[] settings)
    {
        var port = Ports.Free();
        var start = new ProcessStartInfo("dotnet",
        [
            ProgramPath(), "run", "--port", port.ToString(CultureInfo.InvariantCulture), "--data", folder.Path,
            "--RateLimits:Enabled=false", "--Web:Folder=none", .. settings,
        ])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (variable is var (name, value))
            start.Environment[name] = value;
        return new HostProcess(start, new Uri($"http://localhost:{port}"));
    }

    /// <summary>Starts a host and waits until it says that it is ready.</summary>
    public static Task<HostProcess> StartReadyAsync(HostFolder folder, params string[] settings) => StartReadyAsync(folder, variable: null, settings);

    /// <summary>The same with one more variable in its environment.</summary>
    public static async Task<HostProcess> StartReadyAsync(HostFolder folder, (string Name, string Value)? variable, params string[] settings)
    {
        var host = Start(folder, variable, settings);
        var ended = host._process.WaitForExitAsync();
        if (await Task.WhenAny(host._ready.Task, ended).WaitAsync(Limit) == ended)
        {
            await host._reading;
            throw new InvalidOperationException("The host ended before it was ready: " + string.Join(Environment.NewLine, host.Log));
        }

        return host;
    }

    /// <summary>Sends a signal.</summary>
    public void Signal(int signal) => Unix.Signal(_process.Id, signal);

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> WaitForExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Limit);
        await _reading;
        HasEnded = true;
        return _process.ExitCode;
    }

    /// <summary>Stops the host as an operator does.</summary>
    public Task<int> StopAsync()
    {
        if (!_process.HasExited)
            Signal(Terminate);
        return WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!HasEnded)
            await StopAsync();
        _process.Dispose();
    }

    private static string ProgramPath()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(own.Parent!.Parent!.FullName, "Host", own.Name, "Waymark.Host.dll");
    }

    private async Task ReadAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            _log.Enqueue(line);
            if (_log.Count > KeptLines)
                _log.TryDequeue(out _);
            if (line.StartsWith("Waymark is ready", StringComparison.Ordinal))
                _ready.TrySetResult();
        }
    }
}
