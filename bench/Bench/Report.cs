using System.Globalization;

namespace Waymark.Bench;

/// <summary>What followed the runs of one writing work.</summary>
/// <param name="Applied">How many effects were applied, from the start of the run until nothing waited.</param>
/// <param name="Seconds">How long that took.</param>
/// <param name="Backlog">What waited when the run had ended.</param>
/// <param name="Drain">How long it took to work that off.</param>
internal sealed record Aftermath(long Applied, double Seconds, long Backlog, TimeSpan Drain);

/// <summary>Writes the figures: medians over the rounds.</summary>
internal static class Report
{
    public static void WriteHead() => Console.WriteLine(
        $"{"16 connections",-26}{"bare req/s",11}{"product",9}{"ratio",7}{"bar",6}  {"p50 ms",7}{"p99 ms",8}{"bare p99",9}  {"CPU ms",7}{"bare",7}{"ratio",7}{"failed",8}{"others",8}");

    public static void Write(Work work, IReadOnlyList<Run> bare, IReadOnlyList<Run> product)
    {
        var (b, p) = (Median(bare, r => r.Rate), Median(product, r => r.Rate));
        var (bareCpu, productCpu) = (Median(bare, r => r.ProcessorMs), Median(product, r => r.ProcessorMs));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{work.Title,-26}{b,11:N0}{p,9:N0}{p / b,7:F2}{work.Bar,6:F2}  {Median(product, r => r.P50),7:F2}{Median(product, r => r.P99),8:F1}{Median(bare, r => r.P99),9:F1}  {productCpu,7:F3}{bareCpu,7:F3}{bareCpu / productCpu,7:F2}{product.Sum(r => r.Failures),8}{bare.Concat(product).Max(r => r.Others),8:F1}"));
    }

    public static void Write(Work work, IReadOnlyList<Aftermath> runs) =>
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  effects of '{work.Title}': {Median(runs, r => r.Applied / r.Seconds):N0}/s; {Median(runs, r => r.Backlog):N0} waited at the end and were worked off in {Median(runs, r => r.Drain.TotalSeconds):F1} s"));

    private static double Median<T>(IEnumerable<T> runs, Func<T, double> figure)
    {
        var sorted = runs.Select(figure).Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
