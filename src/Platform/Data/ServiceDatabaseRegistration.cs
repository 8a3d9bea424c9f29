using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Waymark.Platform.Messaging;
using Waymark.Platform.Messaging.Outbox;
using Waymark.Platform.Modules;

namespace Waymark.Platform.Data;

/// <summary>Registers databases.</summary>
public static class ServiceDatabaseRegistration
{
    /// <summary>What all services share: the pools, the provisioner, the health probe. Called once by the host.</summary>
    public static IServiceCollection AddDatabases(this IServiceCollection services, Func<string, ServiceDatabase> addressOf, ConnectionLimits? limits = null)
    {
        // The factory makes the container the owner, which closes the pools at the end.
        services.AddSingleton(_ => new ServiceDatabases(addressOf, limits));
        services.AddSingleton(MessagingSchema.Embedded);
        services.AddSingleton<DatabaseProvisioner>();
        services.AddSingleton<DatabaseHealth>();
        return services;
    }

    /// <summary>
    /// The service's context, scoped, on the service's own pool. Its constructor takes
    /// <c>(DbContextOptions&lt;TContext&gt;, WriteScope)</c>.
    /// </summary>
    public static void AddServiceDatabase<TContext>(this ServiceBuilder builder)
        where TContext : ServiceDbContext
    {
        var (name, services) = (builder.Name, builder.Services);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddScoped<RequestMetadata>();
        services.AddKeyedSingleton<OutboxSignal>(name);
        services.AddSingleton(ServiceDatabaseDescriptor.Of<TContext>(name));
        services.AddSingleton(_ =>
        {
            var options = new DbContextOptionsBuilder<TContext>();
            ServiceDbContextOptions.Configure(options);
            return options.Options;
        });
        // The migration tools find contexts by this registration.
        services.AddSingleton<DbContextOptions>(provider => provider.GetRequiredService<DbContextOptions<TContext>>());

        var create = ActivatorUtilities.CreateFactory<TContext>([typeof(WriteScope)]);
        services.AddScoped(provider =>
        {
            var scope = new WriteScope(
                name,
                provider.GetRequiredService<RequestMetadata>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredKeyedService<OutboxSignal>(name));
            var context = create(provider, [scope]);
            context.Connect(provider.GetRequiredService<ServiceDatabases>().Api(name).CreateConnection());
            return context;
        });
    }

    /// <summary>The databases that the modules have registered, before any container is built.</summary>
    public static IReadOnlyList<ServiceDatabaseDescriptor> DatabasesOf(IServiceCollection services) =>
        services.Select(s => s.IsKeyedService ? null : s.ImplementationInstance).OfType<ServiceDatabaseDescriptor>().ToArray();
}
