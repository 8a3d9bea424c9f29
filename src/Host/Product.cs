using Waymark.Platform.Data;
using Waymark.Platform.Http;
using Waymark.Platform.Mail;
using Waymark.Platform.Modules;
using Waymark.Platform.Operations;
using Waymark.Platform.PrivatePostgres;
using Waymark.Platform.Security;

namespace Waymark.Host;

/// <summary>The running program: data folder, private PostgreSQL where one is needed, and the selected services.</summary>
internal sealed class Product : IAsyncDisposable
{
    private readonly DataFolder _folder;
    private readonly PostgresServer? _postgres;
    private readonly WebApplication _app;

    private Product(DataFolder folder, PostgresServer? postgres, WebApplication app)
    {
        _folder = folder;
        _postgres = postgres;
        _app = app;
    }

    /// <summary>Starts everything; when this returns, <c>/health/ready</c> answers 200.</summary>
    public static async Task<Product> StartAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var settings = ProductSettings.Of(builder.Configuration);
        var selection = ServiceSelection.Of(ServiceCatalog.All, settings.Services);
        var folder = await DataFolder.OpenAsync(settings.DataFolder, CancellationToken.None);
        PostgresServer? postgres = null;
        try
        {
            if (DatabaseAddresses.NeedPrivateServer(builder.Configuration, selection.Selected.Select(m => m.Name)))
            {
                postgres = new PostgresServer(folder);
                await postgres.StartAsync(CancellationToken.None);
            }

            var key = MasterKey.Open(builder.Configuration, folder);
            var addresses = new DatabaseAddresses(builder.Configuration, key, postgres?.AdminConnectionString);
            builder.WebHost.UseSetting("urls", string.Join(';', settings.Urls));
            builder.Configuration[MailSettings.Folder] ??= folder.PathOf("mail");
            builder.AddProduct(selection, key, addresses.Of);

            var app = builder.Build();
            app.UseProduct(selection, settings.WebFolder);
            await app.Services.GetRequiredService<DatabaseProvisioner>().ProvisionAsync(CancellationToken.None);
            await app.StartAsync();
            app.Services.GetRequiredService<Readiness>().State = "ready";
            Console.WriteLine($"Waymark is ready at {settings.Urls[0]} (data in {folder.Path}).");
            return new Product(folder, postgres, app);
        }
        catch
        {
            if (postgres is not null)
            {
                await postgres.DisposeAsync();
            }

            folder.Dispose();
            throw;
        }
    }

    /// <summary>Ends with SIGTERM or Ctrl-C, after the requests and handlers that run have ended.</summary>
    public Task WaitForShutdownAsync() => _app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        _app.Services.GetRequiredService<Readiness>().State = "stopping";
        await _app.DisposeAsync();
        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
        }

        _folder.Dispose();
    }
}
