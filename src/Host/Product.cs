using Waymark.Platform.Data;
using Waymark.Platform.Http;
using Waymark.Platform.KillPoints;
using Waymark.Platform.Messaging;
using Waymark.Platform.Modules;
using Waymark.Platform.Operations;
using Waymark.Platform.RabbitMq;

namespace Waymark.Host;

/// <summary>The running program: data folder, private PostgreSQL where one is needed, and the selected services.</summary>
internal sealed class Product : IAsyncDisposable
{
    private readonly Installation _installation;
    private readonly WebApplication _app;

    private Product(Installation installation, WebApplication app)
    {
        _installation = installation;
        _app = app;
    }

    /// <summary>Starts everything; when this returns, <c>/health/ready</c> answers 200.</summary>
    public static async Task<Product> StartAsync(IReadOnlyList<IServiceModule> catalogue, string[] args)
    {
        if (KillSwitch.Warning is { } warning)
        {
            await Console.Error.WriteLineAsync(warning);
        }

        var builder = ProductBuilder.Of(args);
        var settings = ProductSettings.Of(builder.Configuration);
        var selection = ServiceSelection.Of(catalogue, settings.Services);
        var services = selection.Selected.Select(m => m.Name);
        var installation = await Installation.OpenAsync(builder.Configuration, settings.DataFolder, services, logger: null, CancellationToken.None);
        WebApplication? app = null;
        try
        {
            ProductSettings.FillIn(builder.Configuration, installation.Path);
            var messaging = new MessagingOptions { InstanceId = InstanceIdentity.KeptIn(installation.Path, TimeProvider.System) };
            builder.WebHost.UseSetting("urls", string.Join(';', settings.Urls));
            builder.AddProduct(selection, installation.Key, installation.AddressOf, messaging);

            await WarnAsync(settings, builder.Configuration);
            await CheckBrokerAsync(builder.Configuration, selection);
            app = builder.Build();
            app.UseProduct(selection, settings.WebFolder);
            await app.Services.GetRequiredService<DatabaseProvisioner>().ProvisionAsync(CancellationToken.None);
            await app.StartAsync();
            app.Services.GetRequiredService<Readiness>().State = "ready";
            await Console.Out.WriteLineAsync($"Waymark is ready at {settings.Urls[0]} (data in {installation.Path}).");
            return new Product(installation, app);
        }
        catch
        {
            // First of all: its loops would go on, and tell of a database that is being stopped.
            await AbandonAsync(app);
            await installation.DisposeAsync();
            throw;
        }
    }

    private static async Task AbandonAsync(WebApplication? app)
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }

    private static async Task WarnAsync(ProductSettings settings, IConfiguration configuration)
    {
        if (settings.Warning(configuration) is { } warning)
        {
            await Console.Error.WriteLineAsync(warning);
        }
    }

    private static async Task CheckBrokerAsync(IConfiguration configuration, ServiceSelection selection)
    {
        if (RabbitMqOptions.Of(configuration) is { } broker && await BrokerCheck.AtStartAsync(broker, selection.Subscriptions, CancellationToken.None) is { } away)
        {
            await Console.Error.WriteLineAsync(away + " Until then events wait in the outbox.");
        }
    }

    /// <summary>Ends with SIGTERM or Ctrl-C, after the requests and handlers that run have ended.</summary>
    public Task WaitForShutdownAsync() => _app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _installation.DisposeAsync();
    }
}
