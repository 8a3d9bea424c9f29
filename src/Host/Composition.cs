using Waymark.Gateway;
using Waymark.Gateway.Edge;
using Waymark.Host.Telemetry;
using Waymark.Platform.Data;
using Waymark.Platform.Http;
using Waymark.Platform.Messaging;
using Waymark.Platform.Modules;
using Waymark.Platform.RabbitMq;
using Waymark.Platform.Security;

namespace Waymark.Host;

/// <summary>How the parts are put together: the same for the program and for the tests that start it.</summary>
public static class Composition
{
    /// <summary>Registers the platform and the selected services.</summary>
    public static void AddProduct(this WebApplicationBuilder builder, ServiceSelection selection, MasterKey key, Func<string, ServiceDatabase> databases, MessagingOptions? messaging = null)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
            // The longest query in any script, percent-encoded.
            kestrel.Limits.MaxRequestLineSize = 48 * 1024;
        });
        builder.Logging.AddProductLogging(builder.Configuration);
        builder.AddTelemetry(selection);
        builder.Services.AddPlatform(builder.Configuration, key, databases);
        builder.Services.AddForwarding();
        selection.AddServices(builder.Services, builder.Configuration);
        builder.Services.AddOtherProcesses(selection, builder.Configuration);
        builder.Services.AddHostedService<Drain>();
        if (RabbitMqOptions.Of(builder.Configuration) is { } broker)
        {
            builder.Services.AddRabbitMq(broker);
        }

        builder.Services.AddMessaging(selection.Subscriptions, selection.Selected.Select(m => m.Name), messaging);
    }

    /// <summary>The course of a request: correlation, edge, API, endpoints.</summary>
    public static void UseProduct(this WebApplication app, ServiceSelection selection, string webFolder)
    {
        app.Lifetime.ApplicationStopping.Register(() => app.Services.GetRequiredService<Readiness>().State = "stopping");
        app.UseRequestSpans();
        app.UseCorrelation();
        app.UseEdge(webFolder);
        app.UseApi();
        app.MapHealth();
        app.MapDocuments();
        MetricsPage.Map(app);
        selection.MapEndpoints(app);
        if (selection.IsGateway)
        {
            app.MapForwarding(selection);
        }
    }
}
