using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Waymark.Gateway.Edge;

/// <summary>
/// Serves the built web client: hashed assets for a year, its one page for every address that is not the API's. The page
/// gets a fresh nonce for the styles that libraries insert; scripts are files of our own only.
/// </summary>
internal sealed class WebClient
{
    private const string NonceSlot = "<meta name=\"csp-nonce\" content=\"";
    private readonly string[] _page;
    private readonly FileExtensionContentTypeProvider _types = new();

    private readonly string _folder;

    private WebClient(string folder)
    {
        _folder = folder;
        _page = File.ReadAllText(Path.Combine(folder, "index.html")).Split(NonceSlot, 2);
    }

    /// <summary>The client in a folder, or null when it was not built.</summary>
    public static WebClient? Find(string folder) => File.Exists(Path.Combine(folder, "index.html")) ? new WebClient(Path.GetFullPath(folder)) : null;

    public void Use(IApplicationBuilder app)
    {
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(_folder),
            ContentTypeProvider = _types,
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache",
        });
        app.Use((http, next) => IsPage(http.Request) ? WritePageAsync(http) : next(http));
    }

    /// <summary>A browser that navigates to an address of the client; everything under the API's roots is left to the API.</summary>
    private static bool IsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Path.Value is { } path
        && !Path.HasExtension(path)
        && !path.StartsWith("/api/", StringComparison.Ordinal)
        && !path.StartsWith("/hubs/", StringComparison.Ordinal)
        && !path.StartsWith("/health/", StringComparison.Ordinal)
        && !path.StartsWith("/openapi/", StringComparison.Ordinal)
        && !path.StartsWith("/asyncapi/", StringComparison.Ordinal)
        && !path.StartsWith("/.well-known/", StringComparison.Ordinal)
        && path != "/metrics";

    private Task WritePageAsync(HttpContext http)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' blob: data:; font-src 'self'; " +
            "connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; " +
            "object-src 'none'; require-trusted-types-for 'script'; trusted-types waymark dompurify";
        headers.CacheControl = "no-cache";
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(_page.Length == 2 ? _page[0] + NonceSlot + nonce + _page[1] : _page[0]);
    }
}
