using System.Net;
using System.Text;

namespace Waymark.Services.Tests.Host;

public sealed class EveryAnswerTests(WaymarkApi api)
{
    [Theory]
    [InlineData("GET", "/health/live", null, HttpStatusCode.OK)]
    [InlineData("GET", "/api/nowhere", null, HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/projects", null, HttpStatusCode.Unauthorized)]
    [InlineData("DELETE", "/api/users/login", null, HttpStatusCode.MethodNotAllowed)]
    [InlineData("TRACE", "/api/projects", null, HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/api/users/login", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/users/login", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    public async Task Whatever_comes_of_a_request_its_answer_is_safe_and_found_again(string method, string path, string? body, HttpStatusCode status)
    {
        using var client = api.Anonymous();
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = body is null ? null : new StringContent("{\"email\":", Encoding.UTF8, body) };
        request.Headers.Add("X-Correlation-Id", "walk-7");

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        AssertWhole(answer);
    }

    [Fact]
    public async Task A_refusal_that_arises_in_the_midst_of_a_write_says_nothing_of_the_answer_that_was_prepared()
    {
        var ada = await api.KnownAsync("Ada");
        using var patch = await ada.SendAsync(HttpMethod.Patch, "/api/users/profile", new { displayName = 7 }, ("X-Correlation-Id", "walk-7"));
        Assert.Equal(HttpStatusCode.BadRequest, patch.StatusCode);
        Assert.Null(patch.Headers.ETag);
        AssertWhole(patch);
    }

    private static void AssertWhole(HttpResponseMessage answer)
    {
        foreach (var (name, value) in new[]
        {
            ("X-Correlation-Id", "walk-7"), ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
            ("Strict-Transport-Security", "max-age=31536000; includeSubDomains"), ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
        })
        {
            Assert.Equal([value], answer.Headers.TryGetValues(name, out var values) ? values : []);
        }

        Assert.True(answer.Headers.CacheControl?.NoStore);
    }
}
