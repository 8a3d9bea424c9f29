using System.Net;
using System.Net.Sockets;

namespace Waymark.Identity.SignIn;

/// <summary>Where a request comes from; the edge has already put forwarded addresses in their place.</summary>
internal static class ClientAddress
{
    public static string Of(HttpContext http) => Plain(http)?.ToString() ?? "unknown";

    /// <summary>
    /// The network that one attacker is likely to own: /24, or /64 of IPv6. Null for loopback: there all people of an
    /// installation behind a proxy that names no addresses would share one counter.
    /// </summary>
    public static string? NetworkOf(HttpContext http)
    {
        if (Plain(http) is not { } address || IPAddress.IsLoopback(address))
        {
            return null;
        }

        var length = address.AddressFamily == AddressFamily.InterNetwork ? 24 : 64;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(length / 8).Clear();
        return $"{new IPAddress(bytes)}/{length}";
    }

    private static IPAddress? Plain(HttpContext http) =>
        http.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : http.Connection.RemoteIpAddress;
}
