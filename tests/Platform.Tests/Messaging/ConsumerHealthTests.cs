using Waymark.Platform.Messaging;
using Waymark.Platform.Messaging.Delivering;

namespace Waymark.Platform.Tests.Messaging;

public sealed class ConsumerHealthTests
{
    private readonly ConsumerHealth _health = new(new MessagingOptions { OutageAfter = 2 }, TimeProvider.System);

    [Fact]
    public void The_end_of_an_outage_is_told_once_by_whatever_job_ends_then()
    {
        GoOut();
        _health.Told();
        Assert.False(_health.TryEnd());

        _health.Succeeded();
        Assert.True(_health.TryEnd());
        Assert.False(_health.TryEnd());
    }

    [Fact]
    public void A_failure_that_is_told_of_when_the_outage_is_over_already_ends_it_again()
    {
        GoOut();
        _health.Succeeded();
        Assert.False(_health.TryEnd());

        _health.Told();
        Assert.True(_health.TryEnd());
    }

    private void GoOut()
    {
        while (_health.Failed())
        {
            // One more in a row.
        }

        Assert.True(_health.IsOut);
    }
}
