namespace Waymark.EndToEnd.Tests.Faults;

/// <summary>Each fault once while events go straight into the databases.</summary>
public sealed class LedgerTests
{
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
    public Task Nothing_is_lost_doubled_or_out_of_order_after(string fault) => OneRun.DemandFlawlessAsync(fault, isThroughRabbitMq: false);
}
