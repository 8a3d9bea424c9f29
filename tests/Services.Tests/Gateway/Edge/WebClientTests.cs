using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Waymark.Gateway.Edge;

namespace Waymark.Services.Tests.Gateway.Edge;

/// <summary>The edge over a folder with a built client, which the tests build anew while it is served.</summary>
public sealed class WebClientTests : IAsyncLifetime
{
    private readonly SocketsHttpHandler _handler = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("waymark-web-");
    private WebApplication _app = null!;
    private HttpClient _browser = null!;

    public async ValueTask InitializeAsync()
    {
        Build("one");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([new("RateLimits:Enabled", "false"), new("urls", "http://127.0.0.1:0")]);
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.UseEdge(_folder.FullName);
        await _app.StartAsync(TestContext.Current.CancellationToken);
        _browser = new HttpClient(_handler, disposeHandler: false) { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _browser.Dispose();
        _handler.Dispose();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_client_that_is_built_anew_is_served_without_a_restart()
    {
        Assert.Contains("/assets/app-one.js", await ReadAsync("/projects"), StringComparison.Ordinal);

        Build("two");

        Assert.Contains("/assets/app-two.js", await ReadAsync("/projects"), StringComparison.Ordinal);
        Assert.Equal("two", await ReadAsync("/assets/app-two.js"));
        // What the last build left stays there for tabs that are still open.
        Assert.Equal("one", await ReadAsync("/assets/app-one.js"));
    }

    [Fact]
    public async Task While_the_page_is_being_written_the_last_one_serves()
    {
        File.WriteAllText(PathOf("index.html"), "<!doctype html><html><head>");
        Assert.Contains("/assets/app-one.js", await ReadAsync("/"), StringComparison.Ordinal);

        File.Delete(PathOf("index.html"));
        Assert.Contains("/assets/app-one.js", await ReadAsync("/"), StringComparison.Ordinal);

        Build("two");
        Assert.Contains("/assets/app-two.js", await ReadAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assets_are_kept_for_a_year_and_the_page_is_asked_for_again()
    {
        using var asset = await GetAsync("/assets/app-one.js");
        using var page = await GetAsync("/sign-in");

        Assert.Equal("public, max-age=31536000, immutable", asset.Headers.CacheControl!.ToString());
        Assert.Equal("no-cache", page.Headers.CacheControl!.ToString());
        Assert.Equal("text/javascript", asset.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Every_page_has_a_nonce_of_its_own_that_its_policy_names()
    {
        using var page = await GetAsync("/");
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        var nonce = policy.Split("'nonce-")[1].Split('\'')[0];

        Assert.Contains($"content=\"{nonce}\"", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain(nonce, await ReadAsync("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, br;q=0", "gzip")]
    [InlineData("deflate", null)]
    public async Task A_browser_gets_the_smallest_form_that_it_takes(string accepted, string? encoding)
    {
        Compress("app-one.js");

        using var asset = await GetAsync("/assets/app-one.js", accepted);

        Assert.Equal(encoding is null ? [] : [encoding], asset.Content.Headers.ContentEncoding);
        Assert.Equal(["Accept-Encoding"], asset.Headers.Vary);
        Assert.Equal("text/javascript", asset.Content.Headers.ContentType!.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", asset.Headers.CacheControl!.ToString());
        Assert.Equal("one", await DecompressAsync(asset, encoding));
    }

    [Fact]
    public async Task An_asset_that_has_no_compressed_form_comes_as_it_is()
    {
        using var asset = await GetAsync("/assets/app-one.js", "gzip, br");

        Assert.Empty(asset.Content.Headers.ContentEncoding);
        Assert.Equal("one", await DecompressAsync(asset, null));
    }

    [Fact]
    public async Task An_asset_that_is_nowhere_is_not_a_page()
    {
        using var asset = await GetAsync("/assets/app-nine.js");

        Assert.Equal(HttpStatusCode.NotFound, asset.StatusCode);
        Assert.Equal("no-store", asset.Headers.CacheControl!.ToString());
    }

    private void Build(string name)
    {
        Directory.CreateDirectory(PathOf("assets"));
        File.WriteAllText(PathOf($"assets/app-{name}.js"), name);
        File.WriteAllText(PathOf("index.html"), $"<!doctype html><html><meta name=\"csp-nonce\" content=\"\"><script src=\"/assets/app-{name}.js\"></script></html>\n");
    }

    private void Compress(string asset)
    {
        var plain = File.ReadAllBytes(PathOf("assets/" + asset));
        using (var brotli = new BrotliStream(File.Create(PathOf($"assets/{asset}.br")), CompressionLevel.Optimal))
            brotli.Write(plain);
        using (var gzip = new GZipStream(File.Create(PathOf($"assets/{asset}.gz")), CompressionLevel.Optimal))
            gzip.Write(plain);
    }

    private static async Task<string> DecompressAsync(HttpResponseMessage asset, string? encoding)
    {
        await using var body = await asset.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using Stream plain = encoding switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(plain);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string? accepted = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (accepted is not null)
            request.Headers.Add("Accept-Encoding", accepted);
        return await _browser.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task<string> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private string PathOf(string file) => Path.Combine(_folder.FullName, file);
}
