using Waymark.Platform.Data;
using Waymark.Platform.Http;
using Waymark.Platform.Modules;
using Waymark.Platform.Operations;
using Waymark.Platform.PrivatePostgres;

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
    public static async Task<Product> StartAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var settings = ProductSettings.Of(builder.Configuration);
        var selection = ServiceSelection.Of(ServiceCatalog.All, settings.Services);
        var installation = await Installation.OpenAsync(
            builder.Configuration, settings.DataFolder, selection.Selected.Select(m => m.Name), CancellationToken.None);
        WebApplication? app = null;
        try
        {
            builder.WebHost.UseSetting("urls", string.Join(';', settings.Urls));
            builder.AddProduct(selection, installation.Key, installation.AddressOf);

            app = builder.Build();
            app.UseProduct(selection, settings.WebFolder);
            installation.Server?.Logger = app.Services.GetRequiredService<ILogger<PostgresServer>>();
            await app.Services.GetRequiredService<DatabaseProvisioner>().ProvisionAsync(CancellationToken.None);
            await app.StartAsync();
            app.Services.GetRequiredService<Readiness>().State = "ready";
            Console.WriteLine($"Waymark is ready at {settings.Urls[0]} (data in {installation.Path}).");
            return new Product(installation, app);
        }
        catch
        {
            // The loops of the services end before their database does.
            if (app is not null)
                await app.DisposeAsync();
            await installation.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends with SIGTERM or Ctrl-C, after the requests and handlers that run have ended.</summary>
    public Task WaitForShutdownAsync() => _app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        _app.Services.GetRequiredService<Readiness>().State = "stopping";
        await _app.DisposeAsync();
        await _installation.DisposeAsync();
    }
}
