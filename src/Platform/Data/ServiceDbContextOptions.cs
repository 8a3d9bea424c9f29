using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Waymark.Platform.Data;

/// <summary>The options that every service's context has.</summary>
internal static class ServiceDbContextOptions
{
    /// <summary>
    /// Without a connection: EF builds one set of internal services per data source in the options, so each context gets
    /// its connection after it was made, and all services share one set.
    /// </summary>
    public static void Configure(DbContextOptionsBuilder options, string? connectionString = null)
    {
        if (connectionString is null)
            options.UseNpgsql();
        else
            options.UseNpgsql(connectionString);

        // One command for each save is the design; the warnings about queries that would surprise are errors.
        options.ConfigureWarnings(w => w.Throw(RelationalEventId.MultipleCollectionIncludeWarning));
    }
}
