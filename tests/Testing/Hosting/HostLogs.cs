using System.Collections.Concurrent;

namespace Waymark.Testing.Hosting;

/// <summary>The hosts that ran during the current test.</summary>
public static class HostLogs
{
    private static readonly ConcurrentDictionary<HostProcess, bool> Hosts = [];

    internal static void Add(HostProcess host) => Hosts[host] = true;

    /// <summary>Forgets the hosts of earlier tests.</summary>
    public static void Forget()
    {
        foreach (var host in Hosts.Keys.Where(h => h.HasEnded))
            Hosts.TryRemove(host, out _);
    }

    /// <summary>What each host wrote last.</summary>
    public static string Tails(int lines) => string.Join(Environment.NewLine, Hosts.Keys.SelectMany(host => host.Log.TakeLast(lines).Prepend($"--- {host.Address}:")));
}
