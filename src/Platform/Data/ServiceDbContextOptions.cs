using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Waymark.Platform.Data;

/// <summary>The options that every service's context has.</summary>
internal static class ServiceDbContextOptions
{
    // Told to use it, EF does not look it up by comparing options for every context, which took half as long as a read's JSON.
    private static readonly Lazy<IServiceProvider> Internal = new(() => new ServiceCollection().AddEntityFrameworkNpgsql().BuildServiceProvider());

    /// <summary>
    /// Without a connection: EF builds one set of internal services per data source in the options, so each context gets
    /// its connection after it was made, and all services share one set.
    /// </summary>
    public static void Configure(DbContextOptionsBuilder options, string? connectionString = null)
    {
        if (connectionString is null)
            options.UseInternalServiceProvider(Internal.Value).UseNpgsql();
        else
            options.UseNpgsql(connectionString);

        // One command for each save is the design; the warnings about queries that would surprise are errors.
        options.ConfigureWarnings(w => w.Throw(RelationalEventId.MultipleCollectionIncludeWarning));
    }
}
