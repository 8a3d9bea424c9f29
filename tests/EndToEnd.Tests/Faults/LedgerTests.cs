using Waymark.Ledger;

namespace Waymark.EndToEnd.Tests.Faults;

/// <summary>Each fault once, so that the ledger and the promise are tried in every build; figures come from <c>./waymark bench ledger</c>.</summary>
public sealed class LedgerTests
{
    /// <summary>Writes a second: enough to be struck, and worked off soon where a test has the machine for a part only.</summary>
    private const int Rate = 80;

    [Theory]
    [InlineData("kill-host")]
    [InlineData("kill-postgres")]
    [InlineData("kill-both")]
    [InlineData("stop-host")]
    [InlineData("terminate-backends")]
    [InlineData("exhaust-connections")]
    [InlineData("open-transaction")]
    [InlineData("kill-point:migration")]
    [InlineData("kill-point:after-confirm")]
    [InlineData("kill-point:before-effect-commit")]
    [InlineData("kill-point:before-ack", true)]
    [InlineData("kill-broker", true)]
    [InlineData("kill-host", true)]
    public async Task Nothing_is_lost_doubled_or_out_of_order_after(string fault, bool isThroughRabbitMq = false)
    {
        var options = LedgerOptions.For(fault) with { Runs = 1, Rate = Rate, Duration = TimeSpan.FromSeconds(3), IsThroughRabbitMq = isThroughRabbitMq };
        using var log = new StringWriter();

        var run = Assert.Single((await LedgerRuns.RunAsync(options, log)).Runs);
        Assert.True(run.Struck > 0 || Assert.Single(options.Faults).Unit is null, log.ToString());

        Assert.True(run.Effects > 0, log.ToString());
        Assert.True(run is { Lost: 0, Doubled: 0, Disordered: 0, Faults.Count: 0 }, log.ToString());
    }
}
