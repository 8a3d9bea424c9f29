using Waymark.Ledger;

namespace Waymark.EndToEnd.Tests.Faults;

/// <summary>One run of the ledger, so that it and the promise are tried in every build; figures come from <c>./waymark bench ledger</c>.</summary>
internal static class OneRun
{
    /// <summary>Writes a second: enough to be struck, and worked off soon where a test has the machine for a part only.</summary>
    private const int Rate = 80;

    public static async Task DemandFlawlessAsync(string fault, bool isThroughRabbitMq)
    {
        var options = LedgerOptions.For(fault) with { Runs = 1, Rate = Rate, Duration = TimeSpan.FromSeconds(3), IsThroughRabbitMq = isThroughRabbitMq };
        using var log = new StringWriter();

        var run = Assert.Single((await LedgerRuns.RunAsync(options, log)).Runs);
        Assert.True(run.Struck > 0 || Assert.Single(options.Faults).Unit is null, log.ToString());

        Assert.True(run.Effects > 0, log.ToString());
        Assert.True(run is { Lost: 0, Doubled: 0, Disordered: 0, Faults.Count: 0 }, log.ToString());
    }
}
