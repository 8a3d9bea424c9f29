using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Waymark.Platform.Operations;

namespace Waymark.Testing.Brokers;

/// <summary>
/// A RabbitMQ of its own on loopback: node name, ports, folder and name server are nobody else's. It can be killed and
/// started again on the same folder and port.
/// </summary>
public sealed class PrivateRabbitMq : IAsyncDisposable
{
    private const string Installed = "/usr/lib/rabbitmq/lib";
    private const string FolderPrefix = "waymark-broker-";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);
    private static int _count;

    private readonly string _folder;
    private readonly string _program;
    private readonly int _port = Ports.Free();
    private readonly int _distributionPort = Ports.Free();
    private readonly int _namesPort = Ports.Free();
    private Process? _names;
    private Process? _broker;

    private PrivateRabbitMq(string program)
    {
        _program = program;
        _folder = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"{FolderPrefix}{Environment.ProcessId}-{Interlocked.Increment(ref _count)}"));
    }

    /// <summary>The address for <c>Broker:Url</c>.</summary>
    public Uri Url => new($"amqp://guest:guest@127.0.0.1:{_port}/%2f");

    /// <summary>The process of the broker.</summary>
    public int ProcessId => _broker!.Id;

    /// <summary>Why there is none on this machine; null when there is.</summary>
    public static string? Missing => FindProgram() is null ? "RabbitMQ is not installed (Debian: apt-get install rabbitmq-server)." : null;

    /// <summary>Its version, as its folder is called.</summary>
    public static string? Version => FindProgram() is { } program ? Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(program)!))!.Split('-')[^1] : null;

    /// <summary>Starts one.</summary>
    public static async Task<PrivateRabbitMq> StartAsync()
    {
        RemoveLeftovers();
        var broker = new PrivateRabbitMq(FindProgram() ?? throw new InvalidOperationException(Missing));
        await broker.PrepareAsync();
        await broker.RunAsync();
        return broker;
    }

    /// <summary>Starts the broker, or starts it again.</summary>
    public async Task RunAsync()
    {
        var log = File.Open(Path.Combine(_folder, "out.log"), FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        _broker = Start(_program, []);
        await File.WriteAllTextAsync(PidFile(_folder, "broker"), _broker.Id.ToString(CultureInfo.InvariantCulture));
        _ = CopyAsync(_broker, log);
        var start = Stopwatch.GetTimestamp();
        while (!await AnswersAsync())
        {
            if (_broker.HasExited || Stopwatch.GetElapsedTime(start) > StartLimit)
                throw new InvalidOperationException($"RabbitMQ did not start: {await File.ReadAllTextAsync(Path.Combine(_folder, "out.log"))}");
            await Task.Delay(100);
        }
    }

    /// <summary>How many messages stand in its queues, those in the hands of consumers included.</summary>
    public async Task<long> CountMessagesAsync() =>
        (await ControlAsync("list_queues", "--quiet", "--no-table-headers", "messages")).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Sum(long.Parse);

    /// <summary>Does what <c>rabbitmqctl</c> does with these arguments.</summary>
    /// <returns>What it wrote.</returns>
    public async Task<string> ControlAsync(params string[] arguments)
    {
        using var tool = Start(Path.Combine(Path.GetDirectoryName(_program)!, "rabbitmqctl"), arguments);
        var said = await Task.WhenAll(tool.StandardOutput.ReadToEndAsync(), tool.StandardError.ReadToEndAsync());
        await tool.WaitForExitAsync();
        if (tool.ExitCode != 0)
            throw new InvalidOperationException($"rabbitmqctl {string.Join(' ', arguments)}: {string.Concat(said)}");
        return said[0];
    }

    /// <summary>Ends it without a warning, as a crash does; its disk stays.</summary>
    public async Task KillAsync()
    {
        Unix.Signal(_broker!.Id, 9);
        await _broker.WaitForExitAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var process in new[] { _broker, _names })
        {
            if (process is null)
                continue;
            if (!process.HasExited)
                Unix.Signal(process.Id, 9);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        await DeleteAsync(_folder);
    }

    private async Task PrepareAsync()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "home"));
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "rabbitmq.conf"),
            $"""
            listeners.tcp.1 = 127.0.0.1:{_port}
            disk_free_limit.absolute = 8MB
            log.console = false
            log.file.level = warning
            """ + "\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "plugins"), "[].\n");
        if (Environment.IsPrivilegedProcess)
            await Tool.RunAsync(["chown", "-R", "rabbitmq:rabbitmq", _folder], CancellationToken.None);
        // Its own, or the one that the broker starts would outlive it.
        _names = Start("epmd", ["-port", _namesPort.ToString(CultureInfo.InvariantCulture), "-address", "127.0.0.1"]);
        await File.WriteAllTextAsync(PidFile(_folder, "names"), _names.Id.ToString(CultureInfo.InvariantCulture));
    }

    private Process Start(string program, IEnumerable<string> arguments)
    {
        string[] drop = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid", "rabbitmq", "--regid", "rabbitmq", "--clear-groups", "--"] : [];
        string[] command = [.. drop, program, .. arguments];
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        };
        Tool.CleanEnvironment(start);
        var variables = start.Environment;
        variables["HOME"] = Path.Combine(_folder, "home");
        variables["ERL_EPMD_ADDRESS"] = "127.0.0.1";
        variables["ERL_EPMD_PORT"] = _namesPort.ToString(CultureInfo.InvariantCulture);
        variables["RABBITMQ_NODENAME"] = $"waymark{_port}@localhost";
        variables["RABBITMQ_MNESIA_BASE"] = Path.Combine(_folder, "mnesia");
        variables["RABBITMQ_LOG_BASE"] = Path.Combine(_folder, "log");
        variables["RABBITMQ_CONFIG_FILE"] = Path.Combine(_folder, "rabbitmq.conf");
        variables["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(_folder, "plugins");
        variables["RABBITMQ_CONF_ENV_FILE"] = "/dev/null";
        variables["RABBITMQ_DIST_PORT"] = _distributionPort.ToString(CultureInfo.InvariantCulture);
        variables["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1} +S 2:2 +sbwt none";
        // Then the script replaces itself by the broker, whose process id is this one.
        variables["RUNNING_UNDER_SYSTEMD"] = "true";
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, _port);
            var stream = client.GetStream();
            await stream.WriteAsync("AMQP\0\0\t\u0001"u8.ToArray());
            // connection.start: a method frame; anything else, or silence, is not yet a broker.
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            var first = new byte[1];
            return await stream.ReadAsync(first, patience.Token) == 1 && first[0] == 1;
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
        {
            return false;
        }
    }

    private static async Task CopyAsync(Process process, FileStream log)
    {
        await using (log)
        {
            await Task.WhenAll(process.StandardOutput.BaseStream.CopyToAsync(log), process.StandardError.BaseStream.CopyToAsync(Stream.Null));
        }
    }

    private static string? FindProgram() => Directory.Exists(Installed)
        ? Directory.GetDirectories(Installed, "rabbitmq_server-*").Order(StringComparer.Ordinal)
            .Select(f => Path.Combine(f, "sbin", "rabbitmq-server")).LastOrDefault(File.Exists)
        : null;

    private static string PidFile(string folder, string name) => Path.Combine(folder, name + ".pid");

    /// <summary>A run that was killed could not clean up: the next one ends its processes, if they are still what they were, and deletes its folders.</summary>
    private static void RemoveLeftovers()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), FolderPrefix + "*"))
        {
            var run = Path.GetFileName(folder)[FolderPrefix.Length..].Split('-')[0];
            if (int.TryParse(run, CultureInfo.InvariantCulture, out var owner) && Unix.IsAlive(owner))
                continue;
            foreach (var name in new[] { "broker", "names" })
            {
                if (File.Exists(PidFile(folder, name)) && int.TryParse(File.ReadAllText(PidFile(folder, name)), CultureInfo.InvariantCulture, out var pid)
                    && Unix.IsAlive(pid) && Encoding.UTF8.GetString(File.ReadAllBytes($"/proc/{pid}/environ")).Contains(folder, StringComparison.Ordinal))
                {
                    Unix.Signal(pid, 9);
                }
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A process that just died may still be writing when its folder goes.</summary>
    private static async Task DeleteAsync(string folder)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (IOException) when (tries < 20)
            {
                await Task.Delay(50);
            }
        }
    }
}
