using System.Collections.Concurrent;
using System.Reflection;
using Xunit.v3;

namespace Waymark.EndToEnd.Tests.Hosting;

/// <summary>The hosts that ran during the current test.</summary>
internal static class HostLogs
{
    private static readonly ConcurrentDictionary<HostProcess, bool> Hosts = [];

    public static void Add(HostProcess host) => Hosts[host] = true;

    /// <summary>Forgets the hosts of earlier tests.</summary>
    public static void Forget()
    {
        foreach (var host in Hosts.Keys.Where(h => h.HasEnded))
            Hosts.TryRemove(host, out _);
    }

    /// <summary>What each host wrote last.</summary>
    public static string Tails(int lines) => string.Join(Environment.NewLine, Hosts.Keys.SelectMany(host => host.Log.TakeLast(lines).Prepend($"--- {host.Address}:")));
}

/// <summary>A failed test shows what its hosts wrote last.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class ShowHostLogsAttribute : BeforeAfterTestAttribute
{
    private const int Lines = 60;

    public override void Before(MethodInfo methodUnderTest, IXunitTest test) => HostLogs.Forget();

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (TestContext.Current.TestState?.Result is not TestResult.Passed)
            TestContext.Current.TestOutputHelper?.WriteLine(HostLogs.Tails(Lines));
    }
}
