namespace Waymark.EndToEnd.Tests.Faults;

/// <summary>Faults while a broker carries the events.</summary>
public sealed class LedgerOverRabbitMqTests
{
    [Theory]
    [InlineData("kill-point:before-ack")]
    [InlineData("kill-broker")]
    [InlineData("kill-host")]
    public Task Nothing_is_lost_doubled_or_out_of_order_after(string fault) => OneRun.DemandFlawlessAsync(fault, isThroughRabbitMq: true);
}
