using Waymark.Platform.KillPoints;

namespace Waymark.EndToEnd.Tests.Processes;

public sealed class KillSwitchTests
{
    [Fact]
    public async Task A_process_that_shall_die_at_no_known_instant_does_not_start()
    {
        await using var folder = new HostFolder();
        await using var host = HostProcess.Start(folder, (KillSwitch.Variable, "sometimes"));

        Assert.Equal(1, await host.WaitForExitAsync());
        Assert.StartsWith("WAYMARK_KILL_AT names no instant; there are migration, before-outbox-insert, ", Assert.Single(host.Log), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_armed_unless_the_environment_says_so()
    {
        Assert.False(KillSwitch.IsArmed);
        Assert.Null(KillSwitch.Warning);
        KillSwitch.Pass(KillPoint.AfterCommit);
    }
}
