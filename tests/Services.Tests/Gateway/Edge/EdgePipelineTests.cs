using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Waymark.Gateway.Edge;
using Waymark.Platform.Http;
using Waymark.Platform.Operations;

namespace Waymark.Services.Tests.Gateway.Edge;

/// <summary>The edge before an application that tells whom it sees.</summary>
public sealed class EdgePipelineTests : IAsyncDisposable
{
    private const string Somebody = "Bearer somebody";

    private readonly SocketsHttpHandler _handler = new();
    private WebApplication? _app;

    public async ValueTask DisposeAsync()
    {
        _handler.Dispose();
        await (_app?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Fact]
    public async Task Every_answer_tells_the_limit_and_only_the_api_is_limited()
    {
        using var client = await StartAsync(("RateLimits:Anonymous", "2"));

        foreach (var (path, status, remaining) in new[]
        {
            ("/health/live", HttpStatusCode.OK, "2"), ("/api/tasks", HttpStatusCode.OK, "1"), ("/api/tasks", HttpStatusCode.OK, "0"),
            ("/api/tasks", HttpStatusCode.TooManyRequests, "0"), ("/health/live", HttpStatusCode.OK, "0"),
        })
        {
            using var answer = await GetAsync(client, path, ("X-Correlation-Id", "of-the-caller"));
            Assert.Equal((status, "2", remaining), (answer.StatusCode, Header(answer, "RateLimit-Limit"), Header(answer, "RateLimit-Remaining")));
            Assert.InRange(int.Parse(Header(answer, "RateLimit-Reset"), null), 0, 60);
            Assert.Equal("of-the-caller", Header(answer, "X-Correlation-Id"));
            Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
            Assert.Equal(status == HttpStatusCode.TooManyRequests, answer.Headers.RetryAfter is not null);
        }
    }

    [Fact]
    public async Task Credentials_that_nobody_has_share_a_limit_and_those_of_somebody_have_one_of_their_own()
    {
        using var client = await StartAsync(("RateLimits:Anonymous", "7"), ("RateLimits:SignedIn", "3"));
        foreach (var (credentials, status, remaining) in new[]
        {
            (Somebody, HttpStatusCode.OK, "2"), ("Bearer one", HttpStatusCode.OK, "2"), ("Bearer two", HttpStatusCode.OK, "2"),
            ("Bearer three", HttpStatusCode.TooManyRequests, "0"), (Somebody, HttpStatusCode.OK, "1"),
        })
        {
            using var answer = await GetAsync(client, "/api/tasks", ("Authorization", credentials));
            Assert.Equal((status, remaining), (answer.StatusCode, Header(answer, "RateLimit-Remaining")));
        }

        using var without = await GetAsync(client, "/api/tasks");
        Assert.Equal((HttpStatusCode.OK, "6"), (without.StatusCode, Header(without, "RateLimit-Remaining")));
    }

    [Fact]
    public async Task A_named_proxy_is_believed_and_nobody_else()
    {
        using (var client = await StartAsync(("Proxy:Addresses", "127.0.0.1, ::1")))
        {
            using var answer = await GetAsync(client, "/", ("X-Forwarded-For", "10.9.9.9, 203.0.113.7"), ("X-Forwarded-Proto", "https"));
            Assert.Equal("203.0.113.7 https", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        await _app!.DisposeAsync();
        using var direct = await StartAsync(("Proxy:Addresses", "192.0.2.0/24"));
        using var claimed = await GetAsync(direct, "/", ("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Proto", "https"));
        Assert.Equal("127.0.0.1 http", await claimed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_proxy_that_is_no_address_is_a_sentence_at_the_start() =>
        Assert.Contains("'balancer'", Assert.Throws<StartupException>(() => NamedProxies.OptionsOf("10.0.0.1,balancer")).Message, StringComparison.Ordinal);

    private async Task<HttpClient> StartAsync(params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([new("urls", "http://127.0.0.1:0"), .. settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(new Standstill());
        builder.Services.AddApi();
        _app = builder.Build();
        _app.UseCorrelation();
        _app.UseEdge(webFolder: "none");
        _app.Run(http =>
        {
            if (http.Request.Headers.Authorization == Somebody)
            {
                http.Features.Set(new Caller(Guid.CreateVersion7(), Guid.CreateVersion7(), IsAdministrator: false));
            }

            return http.Response.WriteAsync($"{http.Connection.RemoteIpAddress} {http.Request.Scheme}");
        });
        await _app.StartAsync(TestContext.Current.CancellationToken);
        return new HttpClient(_handler, disposeHandler: false) { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    private static async Task<HttpResponseMessage> GetAsync(HttpClient client, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.GetValues(name).Single();

    /// <summary>What was spent does not come back while a slow machine runs the test.</summary>
    private sealed class Standstill : TimeProvider
    {
        public override long GetTimestamp() => 1;
    }
}
