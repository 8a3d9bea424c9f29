using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;

namespace Waymark.Gateway.Edge;

/// <summary>
/// Serves the built web client: hashed assets for a year, its one page for every address that is not the API's. The page
/// gets a fresh nonce for the styles that libraries insert; scripts are files of our own only. A client that is built anew
/// beside a running host is served from the next request on.
/// </summary>
internal sealed class WebClient
{
    // Best first: a browser that takes both gets the smaller one.
    private static readonly (string Encoding, string Suffix)[] Compressions = [("br", ".br"), ("gzip", ".gz")];

    private readonly string _folder;
    private readonly ClientPage _page;

    private WebClient(string folder)
    {
        _folder = folder;
        _page = new ClientPage(Path.Combine(folder, "index.html"));
    }

    /// <summary>The client in a folder, or null when it was not built.</summary>
    public static WebClient? Find(string folder) => File.Exists(Path.Combine(folder, "index.html")) ? new WebClient(Path.GetFullPath(folder)) : null;

    public void Use(IApplicationBuilder app)
    {
        var files = new PhysicalFileProvider(_folder);
        foreach (var (encoding, suffix) in Compressions)
        {
            app.UseWhen(http => Takes(http.Request, encoding), branch => branch.UseStaticFiles(Options(new SuffixedFiles(files, suffix), encoding)));
        }

        app.UseStaticFiles(Options(files, encoding: null));
        app.Use((http, next) => IsPage(http.Request) ? WritePageAsync(http) : next(http));
    }

    private static StaticFileOptions Options(IFileProvider files, string? encoding) => new()
    {
        FileProvider = files,
        OnPrepareResponse = file =>
        {
            var headers = file.Context.Response.Headers;
            headers.CacheControl = IsAsset(file.Context.Request) ? "public, max-age=31536000, immutable" : "no-cache";
            headers.Vary = "Accept-Encoding";
            if (encoding is not null)
            {
                headers.ContentEncoding = encoding;
            }
        },
    };

    private static bool IsAsset(HttpRequest request) => request.Path.StartsWithSegments("/assets", StringComparison.Ordinal);

    private static bool Takes(HttpRequest request, string encoding) =>
        request.GetTypedHeaders().AcceptEncoding.Any(a => a.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && a.Quality is not 0);

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
        return http.Response.WriteAsync(_page.With(nonce));
    }
}
