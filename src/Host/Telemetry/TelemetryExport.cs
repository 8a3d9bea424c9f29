using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Waymark.Platform.Messaging;
using Waymark.Platform.Modules;
using Waymark.Platform.Operations;

namespace Waymark.Host.Telemetry;

/// <summary>
/// Figures, traces and logs by OpenTelemetry. Figures are always taken, because <c>/metrics</c> shows them; with
/// <c>Telemetry:Url</c> (the address of an OTLP receiver over HTTP, such as <c>http://collector:4318</c>) all three are also sent.
/// </summary>
internal static class TelemetryExport
{
    private static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Net.Http",
        "System.Runtime", "Npgsql", MessagingTelemetry.Name,
    ];

    private static readonly string[] Sources = ["Microsoft.AspNetCore", "System.Net.Http", "Npgsql", MessagingTelemetry.Name];

    /// <summary>Registers the providers; they live and end with the program, and send what is left when it ends.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder, ServiceSelection selection)
    {
        var receiver = ReceiverOf(builder.Configuration);
        var resource = ResourceBuilder.CreateDefault().AddService("waymark", serviceNamespace: string.Join('+', selection.Selected.Select(m => m.Name)));
        builder.Services.AddSingleton<MetricsPage>();
        builder.Services.AddSingleton(services => MetricsOf(resource, receiver, services.GetRequiredService<MetricsPage>()));
        builder.Services.AddHostedService<ProvidersStart>();
        if (receiver is null)
        {
            return;
        }

        // Without the switch the framework's server spans carry no method, path or status.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", isEnabled: false);
        builder.Services.AddSingleton(_ => TracesOf(resource, receiver));
        builder.Logging.AddOpenTelemetry(logs =>
        {
            logs.IncludeScopes = true;
            logs.SetResourceBuilder(resource);
            logs.AddOtlpExporter(otlp => Aim(otlp, receiver, "v1/logs"));
        });
    }

    private static Uri? ReceiverOf(ConfigurationManager configuration)
    {
        if (configuration["Telemetry:Url"] is not { Length: > 0 } text)
        {
            return null;
        }

        return Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw new StartupException($"Telemetry:Url is '{text}', which is no address of an OTLP receiver; it looks like http://collector:4318.");
    }

    private static MeterProvider MetricsOf(ResourceBuilder resource, Uri? receiver, MetricsPage page)
    {
        var metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters).AddReader(page.Reader);
        if (receiver is not null)
        {
            metrics.AddOtlpExporter(otlp => Aim(otlp, receiver, "v1/metrics"));
        }

        return metrics.Build();
    }

    private static TracerProvider TracesOf(ResourceBuilder resource, Uri receiver) =>
        Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Sources)
            .AddOtlpExporter(otlp => Aim(otlp, receiver, "v1/traces")).Build();

    private static void Aim(OtlpExporterOptions otlp, Uri receiver, string path)
    {
        otlp.Protocol = OtlpExportProtocol.HttpProtobuf;
        otlp.Endpoint = new Uri(receiver, path);
    }

    /// <summary>Makes the providers at the start; a provider that nobody asks for would never listen.</summary>
    private sealed class ProvidersStart(IServiceProvider services) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            services.GetRequiredService<MeterProvider>();
            services.GetService<TracerProvider>();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
