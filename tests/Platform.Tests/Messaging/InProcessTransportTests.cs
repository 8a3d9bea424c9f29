using Microsoft.Extensions.DependencyInjection;
using Waymark.Testing;

namespace Waymark.Platform.Tests.Messaging;

/// <summary>The compliance suite over the transport without a broker, which is the default.</summary>
public sealed class InProcessTransportTests(TestPostgres postgres) : MessagingCompliance(postgres)
{
    protected override void AddTransport(IServiceCollection services)
    {
        // Nothing: AddMessaging brings it.
    }
}
