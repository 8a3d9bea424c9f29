using OpenTelemetry;
using OpenTelemetry.Metrics;
using Waymark.Contracts.Identity;
using Waymark.Platform.Http;

namespace Waymark.Host.Telemetry;

/// <summary><c>GET /metrics</c>: the program's figures as text for Prometheus, for this machine and for administrators.</summary>
internal sealed class MetricsPage : IDisposable
{
    private readonly Lock _turn = new();
    private readonly Snapshot _snapshot = new();

    public MetricsPage() => Reader = new BaseExportingMetricReader(_snapshot) { TemporalityPreference = MetricReaderTemporalityPreference.Cumulative };

    /// <summary>Takes the figures when the page is asked for.</summary>
    public BaseExportingMetricReader Reader { get; }

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/metrics", Handle).RequirePermission(Permissions.OperationsRead).WithMetadata(new OpenOnThisMachine())
            .WithName("GetMetrics").ExcludeFromDescription();

    public void Dispose() => Reader.Dispose();

    private static IResult Handle(MetricsPage page) => Results.Text(page.Render(), PrometheusText.ContentType);

    // One reader, one snapshot: two scrapes at once take turns.
    private string Render()
    {
        lock (_turn)
        {
            _snapshot.Collect?.Invoke(Timeout.Infinite);
            return _snapshot.Text;
        }
    }

    [ExportModes(ExportModes.Pull)]
    private sealed class Snapshot : BaseExporter<Metric>, IPullMetricExporter
    {
        // Set by the reader; a pull by any other way is refused.
        public Func<int, bool>? Collect { get; set; }

        public string Text { get; private set; } = "";

        public override ExportResult Export(in Batch<Metric> batch)
        {
            var text = new PrometheusText();
            foreach (var metric in batch)
            {
                text.Add(metric);
            }

            Text = text.ToString();
            return ExportResult.Success;
        }
    }
}
