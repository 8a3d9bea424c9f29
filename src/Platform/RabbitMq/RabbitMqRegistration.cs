using Microsoft.Extensions.DependencyInjection;
using Waymark.Platform.Http;
using Waymark.Platform.Messaging.Transports;

namespace Waymark.Platform.RabbitMq;

/// <summary>Registers the transport over RabbitMQ.</summary>
public static class RabbitMqRegistration
{
    /// <summary>Events travel through a broker; call it before <c>AddMessaging</c>.</summary>
    public static IServiceCollection AddRabbitMq(this IServiceCollection services, RabbitMqOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<RabbitMqTransport>();
        services.AddSingleton<ITransport>(provider => provider.GetRequiredService<RabbitMqTransport>());
        services.AddSingleton<IDependency>(provider => provider.GetRequiredService<RabbitMqTransport>());
        return services;
    }
}
