using Microsoft.Extensions.Configuration;

namespace Waymark.Platform.Security;

/// <summary>The address under which people reach the installation; links in letters and the issuer of tokens are made of it.</summary>
public static class PublicUrl
{
    /// <summary><c>PublicUrl</c> without a slash at its end, else the loopback address with the configured port.</summary>
    public static string Of(IConfiguration configuration) =>
        configuration["PublicUrl"] is { Length: > 0 } url ? url.TrimEnd('/') : $"http://localhost:{configuration["port"] ?? "8080"}";
}
