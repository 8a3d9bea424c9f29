using Microsoft.Extensions.Hosting;
using Waymark.Platform.Messaging.Delivering;
using Waymark.Platform.Messaging.Outbox;
using Waymark.Platform.Messaging.Transports;

namespace Waymark.Platform.Messaging.Hosting;

/// <summary>Runs the loops of every service that runs in this process.</summary>
internal sealed class MessagingHost(IEnumerable<LocalService> services, ITransport transport, SuspectGate gate, OutboxPressure pressure) : IHostedService, IAsyncDisposable
{
    private readonly List<ServiceLoops> _loops = [];

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var service in services)
        {
            var loops = new ServiceLoops(service, transport, gate, pressure);
            _loops.Add(loops);
            loops.Start();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(_loops.Select(l => l.StopAsync()));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var loops in _loops)
        {
            await loops.DisposeAsync();
        }
    }
}
