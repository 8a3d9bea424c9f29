using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Waymark.Platform.Data;
using Waymark.Platform.Messaging.DeadLetters;
using Waymark.Platform.Messaging.Delivering;
using Waymark.Platform.Messaging.Hosting;
using Waymark.Platform.Messaging.Idempotency;
using Waymark.Platform.Messaging.Outbox;
using Waymark.Platform.Messaging.Queues;
using Waymark.Platform.Messaging.Sagas;
using Waymark.Platform.Messaging.Transports;

namespace Waymark.Platform.Messaging;

/// <summary>Registers the messaging block.</summary>
public static class MessagingRegistration
{
    /// <summary>
    /// Relay, consumers and housekeeping for the services that run here, over the in-process transport. Register a
    /// transport before it to use another. Databases must be migrated before the host starts.
    /// </summary>
    /// <param name="services">The host's registrations.</param>
    /// <param name="catalogue">The subscriptions of every service of the product: events go to all of them.</param>
    /// <param name="here">The names of the services whose relay and consumers this process runs.</param>
    /// <param name="options">How the block behaves.</param>
    public static IServiceCollection AddMessaging(
        this IServiceCollection services, IReadOnlyCollection<Subscriptions> catalogue, IEnumerable<string> here, MessagingOptions? options = null)
    {
        var settings = options ?? new MessagingOptions();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton(new Routes(catalogue));
        services.AddSingleton<DeliverySignals>();
        services.AddSingleton<SuspectGate>();
        services.AddSingleton<OutboxPressure>();
        services.AddSingleton<Http.IDependency>(provider => provider.GetRequiredService<OutboxPressure>());
        services.AddScoped<AfterCommit>();
        services.AddSingleton<DeadLetterBox>();
        services.AddSingleton<ServiceQueues>();
        services.AddSingleton<SagaBox>();
        services.AddSingleton<IdempotencyStore>();
        services.TryAddSingleton<ITransport, InProcessTransport>();
        services.AddHostedService<MessagingHost>();
        var owner = new Lazy<Guid>(() => settings.InstanceId ?? Guid.CreateVersion7(TimeProvider.System.GetUtcNow()));
        foreach (var name in here)
        {
            var consumers = catalogue.Where(s => string.Equals(s.Service, name, StringComparison.Ordinal)).SelectMany(s => s.Consumers).ToList();
            foreach (var consumer in consumers)
            {
                services.TryAddScoped(consumer.Handler);
            }

            var sagas = catalogue.Where(s => string.Equals(s.Service, name, StringComparison.Ordinal)).SelectMany(s => s.Sagas).ToList();
            sagas.ForEach(plan => services.TryAddScoped(plan.Class));
            services.AddSingleton(provider => Local(provider, name, consumers, sagas, owner.Value, settings));
        }

        return services;
    }

    private static LocalService Local(
        IServiceProvider provider, string name, IReadOnlyCollection<Consumer> consumers, IReadOnlyCollection<SagaPlan> sagas, Guid owner, MessagingOptions options) =>
        new(
            name,
            provider.GetServices<ServiceDatabaseDescriptor>().Single(d => string.Equals(d.Service, name, StringComparison.Ordinal)).ContextType,
            consumers,
            owner,
            provider.GetRequiredKeyedService<OutboxSignal>(name),
            provider.GetRequiredService<DeliverySignals>().Of(name),
            sagas,
            provider.GetRequiredService<DeliverySignals>().SagasOf(name),
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<ServiceDatabases>(),
            options,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger("Waymark.Messaging." + name));
}
