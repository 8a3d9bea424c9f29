using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Waymark.Testing;

/// <summary>
/// Ports for the programs that tests start, below those that the system gives to whoever connects: one of those would be gone
/// while its program starts or is dead for a while, and who asks a dead program again and again would at last be connected to themselves.
/// </summary>
public static class Ports
{
    private const int First = 12_000;
    private const int End = 32_000;

    private static readonly ConcurrentDictionary<int, bool> Given = [];

    /// <summary>One on which nobody listens, and which this process has not been given before.</summary>
    public static int Free()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, End);
            if (Given.TryAdd(port, true) && IsFree(port))
                return port;
        }
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
