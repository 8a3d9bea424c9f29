using Waymark.Platform.Data;

namespace Waymark.Platform.Operations;

/// <summary><c>migrate</c>: makes and migrates the databases without starting the product.</summary>
public static class MigrateCommand
{
    /// <summary>Returns the exit code.</summary>
    /// <exception cref="StartupException">Something outside is in the way.</exception>
    public static async Task<int> RunAsync(OperationContext context, CancellationToken ct)
    {
        await using var installation = await Installation.JoinAsync(context.Configuration, context.DataPath, context.Services, ct);
        await using var databases = new ServiceDatabases(installation.AddressOf);
        var changed = await context.Provisioner(databases).ProvisionAsync(ct);
        await context.Output.WriteLineAsync(changed.Count == 0
            ? $"All {context.Databases.Count} databases are up to date."
            : "Migrated: " + string.Join(", ", changed.Order(StringComparer.Ordinal)));
        return 0;
    }
}
