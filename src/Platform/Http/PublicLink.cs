using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Waymark.Platform.Http;

/// <summary>Addresses for people to follow.</summary>
public static class PublicLink
{
    /// <summary>The path under the setting <c>PublicUrl</c>; without it under the address that the caller used.</summary>
    public static string To(HttpContext http, string path)
    {
        var given = http.RequestServices.GetRequiredService<IConfiguration>()["PublicUrl"];
        return (string.IsNullOrEmpty(given) ? $"{http.Request.Scheme}://{http.Request.Host}" : given.TrimEnd('/')) + path;
    }
}
