using System.Globalization;
using Waymark.Platform.PrivatePostgres;
using Waymark.Testing.Brokers;

namespace Waymark.Ledger.Reporting;

/// <summary>What runs were made on, so that figures mean something elsewhere.</summary>
internal static class MachineText
{
    public static async Task<string> ReadAsync(bool withRabbitMq)
    {
        var processor = File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim();
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30;
        var postgres = await PostgresBinaries.FindAsync(null, null, CancellationToken.None);
        var broker = withRabbitMq ? $", RabbitMQ {PrivateRabbitMq.Version}" : "";
        return $"{Environment.ProcessorCount} × {processor ?? "?"}, {memory} GB, .NET {Environment.Version}, PostgreSQL {postgres.Major}{broker}";
    }

    /// <summary>How many processes wanted a processor in the last minute.</summary>
    public static double LoadAverage() => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);
}
