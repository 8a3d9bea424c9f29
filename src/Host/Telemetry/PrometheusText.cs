using System.Globalization;
using System.Text;
using OpenTelemetry.Metrics;

namespace Waymark.Host.Telemetry;

/// <summary>
/// Writes figures in the text format of Prometheus, version 0.0.4
/// (<see href="https://prometheus.io/docs/instrumenting/exposition_formats/"/>), with names as the OpenTelemetry specification
/// "Prometheus and OpenMetrics Compatibility" makes them: dots become underscores, units and <c>_total</c> are added.
/// </summary>
internal sealed class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly StringBuilder _text = new();

    /// <summary>Writes one metric with all its series.</summary>
    public void Add(Metric metric)
    {
        var type = metric.MetricType;
        var isCounter = type is MetricType.LongSum or MetricType.DoubleSum;
        var name = NameOf(metric.Name, metric.Unit, isCounter);
        _text.Append("# HELP ").Append(name).Append(' ').Append(metric.Description.Replace("\\", @"\\").Replace("\n", "\\n")).Append('\n');
        _text.Append("# TYPE ").Append(name).Append(' ').Append(isCounter ? "counter" : type == MetricType.Histogram ? "histogram" : "gauge").Append('\n');
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            if (type == MetricType.Histogram)
            {
                AddHistogram(name, point);
            }
            else
            {
                AddSeries(name, point.Tags, ValueOf(type, point));
            }
        }
    }

    public override string ToString() => _text.ToString();

    /// <summary>The name of a metric here: legal characters only, the unit in words, and <c>_total</c> behind a counter.</summary>
    internal static string NameOf(string name, string unit, bool isCounter)
    {
        var legal = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        var word = unit switch
        {
            "s" => "seconds",
            "ms" => "milliseconds",
            "By" => "bytes",
            "1" when !isCounter => "ratio",
            _ => "",
        };
        if (word.Length > 0 && !legal.EndsWith("_" + word, StringComparison.Ordinal))
        {
            legal += "_" + word;
        }

        return isCounter && !legal.EndsWith("_total", StringComparison.Ordinal) ? legal + "_total" : legal;
    }

    private static double ValueOf(MetricType type, in MetricPoint point) => type switch
    {
        MetricType.LongSum or MetricType.LongSumNonMonotonic => point.GetSumLong(),
        MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => point.GetSumDouble(),
        MetricType.LongGauge => point.GetGaugeLastValueLong(),
        _ => point.GetGaugeLastValueDouble(),
    };

    private void AddHistogram(string name, in MetricPoint point)
    {
        long count = 0;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            count += bucket.BucketCount;
            AddSeries(name + "_bucket", point.Tags, count, Number(bucket.ExplicitBound));
        }

        AddSeries(name + "_sum", point.Tags, point.GetHistogramSum());
        AddSeries(name + "_count", point.Tags, point.GetHistogramCount());
    }

    private void AddSeries(string name, OpenTelemetry.ReadOnlyTagCollection tags, double value, string? bound = null)
    {
        _text.Append(name);
        var separator = '{';
        foreach (var tag in tags)
        {
            AddLabel(separator, NameOf(tag.Key, "", isCounter: false), Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? "");
            separator = ',';
        }

        if (bound is not null)
        {
            AddLabel(separator, "le", bound);
            separator = ',';
        }

        _text.Append(separator == ',' ? "} " : " ").Append(Number(value)).Append('\n');
    }

    private void AddLabel(char separator, string name, string value) =>
        _text.Append(separator).Append(name).Append("=\"").Append(value.Replace("\\", @"\\").Replace("\"", "\\\"").Replace("\n", "\\n")).Append('"');

    private static string Number(double value) =>
        double.IsPositiveInfinity(value) ? "+Inf" : double.IsNegativeInfinity(value) ? "-Inf" : value.ToString(CultureInfo.InvariantCulture);
}
