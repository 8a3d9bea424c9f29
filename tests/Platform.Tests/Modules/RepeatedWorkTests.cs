using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Waymark.Platform.Modules;

namespace Waymark.Platform.Tests.Modules;

public sealed class RepeatedWorkTests
{
    [Fact]
    public async Task A_round_that_fails_in_whatever_way_is_tried_again_and_the_host_lives_on()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<FailingWork>();
        builder.Services.AddHostedService(services => services.GetRequiredService<FailingWork>());
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);

        await host.Services.GetRequiredService<FailingWork>().Succeeded.WaitAsync(TestContext.Current.CancellationToken);

        Assert.False(host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    private sealed class FailingWork(TimeProvider clock, ILogger<FailingWork> log) : RepeatedWork(clock, log)
    {
        /// <summary>What an absent database throws, by way of EF, by way of the driver, and when a limit of time ends the wait.</summary>
        private readonly Queue<Exception> _faults = new(
        [
            new InvalidOperationException("An exception was raised that is likely transient.", new IOException()), new TimeoutException(), new OperationCanceledException(),
        ]);

        private readonly TaskCompletionSource _succeeded = new();

        public Task Succeeded => _succeeded.Task;

        protected override TimeSpan Interval => TimeSpan.FromMilliseconds(1);

        protected override Task RunRoundAsync(CancellationToken ct)
        {
            if (_faults.TryDequeue(out var fault))
            {
                throw fault;
            }

            _succeeded.TrySetResult();
            return Task.CompletedTask;
        }
    }
}
