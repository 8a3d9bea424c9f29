using System.Globalization;

namespace Waymark.Host;

/// <summary>
/// The first step of a stop: the program says that it is not ready, and serves on for <c>Shutdown:WaitSeconds</c>, so that a load
/// balancer can take its requests elsewhere. Then requests end, then handlers of events, and then the lanes are given back.
/// </summary>
internal sealed class Drain(IConfiguration configuration) : IHostedLifecycleService
{
    public Task StoppingAsync(CancellationToken cancellationToken) =>
        double.TryParse(configuration["Shutdown:WaitSeconds"], CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? Task.Delay(TimeSpan.FromSeconds(seconds), cancellationToken)
            : Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
