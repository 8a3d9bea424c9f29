using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Waymark.Platform.Data;
using Waymark.Platform.PrivatePostgres;
using Waymark.Platform.RabbitMq;

namespace Waymark.Platform.Operations;

/// <summary><c>doctor</c>: looks at everything a start depends on and says, line by line, what is missing and what to do.</summary>
public static class DoctorCommand
{
    private const int NodeFloor = 20;
    private const long RoomWanted = 1L << 30;

    /// <summary>Returns the exit code: 0 when nothing is wrong.</summary>
    /// <param name="context">The settings and databases.</param>
    /// <param name="address">The address that the product would listen at.</param>
    /// <param name="port">And its port.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<int> RunAsync(OperationContext context, IPAddress address, int port, CancellationToken ct)
    {
        var holder = Directory.Exists(context.DataPath) ? DataFolder.HolderOf(context.DataPath) : null;
        (string Name, Func<Task<string>> Check)[] checks =
        [
            ("Node", () => NodeAsync(ct)),
            ("PostgreSQL", () => PostgresAsync(context, ct)),
            ("data folder", () => Task.FromResult(Folder(context, holder))),
            ("disk", () => Task.FromResult(Disk(context))),
            ("port", () => Task.FromResult(Port(address, port, holder))),
            ("databases", () => DatabasesAsync(context, holder, ct)),
            ("broker", () => BrokerAsync(context, ct)),
        ];
        var faults = 0;
        foreach (var (name, check) in checks)
        {
            try
            {
                await context.Output.WriteLineAsync($"ok     {name,-12} {await check()}");
            }
            catch (Exception e) when (StartupException.From(e) is { } known)
            {
                faults++;
                await context.Output.WriteLineAsync($"fault  {name,-12} {known.Message}");
            }
        }

        return faults == 0 ? 0 : 1;
    }

    private static async Task<string> NodeAsync(CancellationToken ct)
    {
        var version = await Tool.RunAsync(["node", "--version"], ct) is (0, var output) ? output.Trim() : "";
        return int.TryParse(version.TrimStart('v').Split('.')[0], CultureInfo.InvariantCulture, out var major) && major >= NodeFloor
            ? version
            : throw new StartupException($"Node {NodeFloor} or newer is needed to build the web client; install it from nodejs.org.");
    }

    private static async Task<string> PostgresAsync(OperationContext context, CancellationToken ct)
    {
        if (!DatabaseAddresses.NeedPrivateServer(context.Configuration, context.Services))
            return "by Database:Url";
        var major = Path.Combine(context.DataPath, "postgres", "PG_VERSION") is var file && File.Exists(file)
            ? int.Parse(await File.ReadAllTextAsync(file, ct), CultureInfo.InvariantCulture)
            : (int?)null;
        var found = await PostgresBinaries.FindAsync(major, context.Configuration["Database:Binaries"], ct);
        return $"{found.Major} in {found.Folder}";
    }

    private static string Folder(OperationContext context, int? holder)
    {
        if (!Directory.Exists(context.DataPath))
            return $"{context.DataPath} will be made by the first start";
        return context.DataPath + (holder is null ? ", not in use" : $", in use by process {holder}");
    }

    private static string Disk(OperationContext context)
    {
        var existing = new DirectoryInfo(context.DataPath);
        while (!existing.Exists)
            existing = existing.Parent!;
        var free = new DriveInfo(existing.FullName).AvailableFreeSpace;
        return free >= RoomWanted
            ? $"{free >> 30} GB free"
            : throw new StartupException($"Only {free >> 20} MB are free at {existing.FullName}; make room, or choose another folder with --data.");
    }

    private static string Port(IPAddress address, int port, int? holder)
    {
        if (holder is not null)
            return "not looked at, because the product runs";
        using var listener = new TcpListener(address, port);
        listener.Start();
        return $"{port} is free";
    }

    private static async Task<string> BrokerAsync(OperationContext context, CancellationToken ct) =>
        RabbitMqOptions.Of(context.Configuration) is { } broker
            ? await BrokerCheck.RunAsync(broker, context.Catalogue, ct)
            : "none: events travel through the databases (Broker:Url names one)";

    private static async Task<string> DatabasesAsync(OperationContext context, int? holder, CancellationToken ct)
    {
        if (holder is null && DatabaseAddresses.NeedPrivateServer(context.Configuration, context.Services))
            return "not looked at, because the product does not run";
        await using var installation = await Installation.JoinAsync(context.Configuration, context.DataPath, context.Services, ct);
        await using var databases = new ServiceDatabases(installation.AddressOf);
        var health = new DatabaseHealth(databases, context.Databases);
        var sick = new List<string>();
        foreach (var service in context.Services)
        {
            if (!await health.IsReadyAsync(service, ct))
                sick.Add(service);
        }

        return sick.Count == 0
            ? $"all {context.Services.Count} answer"
            : throw new StartupException($"{string.Join(", ", sick)}: does not answer or is not migrated; check Database:Url and run migrate.");
    }
}
