using System.Diagnostics;
using System.Net;

namespace Waymark.Bench;

/// <summary>A .NET program that the bench has started: its address, its process, and how long it took to be ready.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private RunningProgram(Process process, Uri address)
    {
        _process = process;
        Address = address;
        Client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 16 }, disposeHandler: true) { BaseAddress = address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public int Id => _process.Id;

    /// <summary>From the start of the process to the first good answer.</summary>
    public TimeSpan StartTime { get; private set; }

    /// <summary>Starts a program and returns when it is ready.</summary>
    /// <param name="library">The program's library in the folder of everything built.</param>
    /// <param name="port">Where it listens.</param>
    /// <param name="ready">The path that answers 200 when it is ready.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="BenchException">It does not become ready.</exception>
    public static async Task<RunningProgram> StartAsync(string library, int port, string ready, params string[] arguments)
    {
        var path = Path.Combine(Clone.Artifacts, library);
        if (!File.Exists(path))
        {
            throw new BenchException($"{library} is not built; start the bench with ./waymark bench.");
        }

        var start = new ProcessStartInfo("dotnet", [path, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var program = new RunningProgram(process, new Uri($"http://127.0.0.1:{port}"));
        try
        {
            await program.WaitAsync(ready, errors);
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }

        program.StartTime = clock.Elapsed;
        return program;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString()]);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task WaitAsync(string ready, Task<string> errors)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Patience)
        {
            if (_process.HasExited)
            {
                throw new BenchException($"{Address} did not start: {(await errors).Trim()}");
            }

            try
            {
                using var answer = await Client.GetAsync(ready);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(10);
        }

        throw new BenchException($"{Address} was not ready within {Patience.TotalSeconds} s.");
    }
}

/// <summary>Where this clone and its built programs are.</summary>
internal static class Clone
{
    public static string Root { get; } = Find();

    public static string Artifacts => Path.Combine(Root, "artifacts");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Waymark.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new BenchException("The bench does not stand in a clone of Waymark.");
    }
}
