using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Waymark.Platform.Operations;

namespace Waymark.Gateway.Edge;

/// <summary>
/// Believes what a proxy in front says of its caller (<c>X-Forwarded-For</c>, <c>X-Forwarded-Proto</c>), when the proxy's address is
/// among those that <c>Proxy:Addresses</c> names. Limits, sessions and cookies then go by the real caller.
/// </summary>
internal static class NamedProxies
{
    private const string Setting = "Proxy:Addresses";

    public static void Use(IApplicationBuilder app, IConfiguration configuration)
    {
        if (OptionsOf(configuration[Setting]) is { } options)
        {
            app.UseForwardedHeaders(options);
        }
    }

    /// <summary>Null when no proxy is named.</summary>
    /// <exception cref="StartupException">What is named is no address.</exception>
    internal static ForwardedHeadersOptions? OptionsOf(string? named)
    {
        if (string.IsNullOrWhiteSpace(named))
        {
            return null;
        }

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            // As far back as named proxies reach: one may stand before another.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var text in named.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            options.KnownIPNetworks.Add(NetworkOf(text));
        }

        return options;
    }

    private static System.Net.IPNetwork NetworkOf(string text) =>
        System.Net.IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new StartupException($"{Setting} names '{text}'; addresses or networks such as 10.0.0.7 or 10.0.0.0/24 are expected, separated by commas.");
}
