using System.Net;
using Waymark.Platform.Security;

namespace Waymark.Identity.SignIn;

/// <summary>
/// The two cookies of the web client: the refresh token, and the mark of a known device. Only a request that says
/// <c>X-Waymark-Client: web</c> reads or gets them, which no foreign page can say without our permission.
/// </summary>
internal static class BrowserCookies
{
    /// <summary>The header as the API document tells of it.</summary>
    public static readonly DescribedParameter Header = new(
        "header", "X-Waymark-Client", typeof(string), "`web` asks for the refresh token as a cookie; then `refreshToken` is null in the answer.");

    private const string Refresh = "waymark-refresh";
    private const string Device = "waymark-device";

    /// <summary>A name that browsers accept only from this very host, over a safe way, for the whole site (RFC 6265bis).</summary>
    private const string HostPrefix = "__Host-";

    private static readonly TimeSpan DeviceLifetime = TimeSpan.FromDays(365);

    public static bool IsBrowser(HttpRequest request) => request.Headers["X-Waymark-Client"] == "web";

    /// <summary>403 when another site made the browser send this; null when the request may count.</summary>
    public static Problem? RefuseForeign(HttpRequest request) =>
        request.Headers.TryGetValue("Sec-Fetch-Site", out var site) && site != "same-origin" && site != "none"
            ? Problems.Forbidden("This request comes from another site.")
            : null;

    public static string? ReadRefresh(HttpRequest request) => Read(request, Refresh, OpaqueToken.Refresh);

    public static void WriteRefresh(HttpContext http, string token, TimeSpan lifetime) => Write(http, Refresh, token, lifetime);

    public static void ForgetRefresh(HttpContext http)
    {
        foreach (var name in (string[])[HostPrefix + Refresh, Refresh])
        {
            if (http.Request.Cookies.ContainsKey(name))
            {
                Append(http, name, "", TimeSpan.Zero);
            }
        }
    }

    public static string? ReadDevice(HttpRequest request) => IsBrowser(request) ? Read(request, Device, OpaqueToken.Device) : null;

    public static void WriteDevice(HttpContext http, string token) => Write(http, Device, token, DeviceLifetime);

    private static string? Read(HttpRequest request, string name, string kind)
    {
        var value = request.Cookies[HostPrefix + name] ?? (IsSafe(request) ? null : request.Cookies[name]);
        return OpaqueToken.IsOne(kind, value) ? value : null;
    }

    private static void Write(HttpContext http, string name, string token, TimeSpan lifetime) =>
        Append(http, IsSafe(http.Request) ? HostPrefix + name : name, token, lifetime);

    private static void Append(HttpContext http, string name, string value, TimeSpan lifetime) =>
        http.Response.Cookies.Append(name, value, new CookieOptions
        {
            HttpOnly = true,
            Secure = name.StartsWith(HostPrefix, StringComparison.Ordinal),
            SameSite = SameSiteMode.Strict,
            Path = "/",
            MaxAge = lifetime,
            IsEssential = true,
        });

    /// <summary>Browsers take loopback for as safe as https.</summary>
    private static bool IsSafe(HttpRequest request) =>
        request.IsHttps
        || request.Host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || request.Host.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(request.Host.Host, out var address) && IPAddress.IsLoopback(address));
}
