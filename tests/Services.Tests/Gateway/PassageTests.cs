using System.Net;
using Microsoft.AspNetCore.Http;
using Waymark.Gateway;

namespace Waymark.Services.Tests.Gateway;

public sealed class PassageTests
{
    [Fact]
    public async Task The_owner_hears_from_the_gateway_who_asks_and_not_from_the_caller()
    {
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse("203.0.113.7") }, Request = { Scheme = "https", Method = "GET" } };
        http.Request.Headers["X-Forwarded-For"] = "127.0.0.1";
        http.Request.Headers["X-Correlation-Id"] = "no good <id>";
        http.Response.Headers["X-Correlation-Id"] = "given";
        using var forwarded = new HttpRequestMessage(HttpMethod.Get, "http://tasks.test/api/tasks");

        await Passage.Both.TransformRequestAsync(http, forwarded, "http://tasks.test", TestContext.Current.CancellationToken);

        Assert.Equal(
            ("203.0.113.7", "https", "given"),
            (forwarded.Headers.GetValues("X-Forwarded-For").Single(), forwarded.Headers.GetValues("X-Forwarded-Proto").Single(), forwarded.Headers.GetValues("X-Correlation-Id").Single()));
    }

    [Fact]
    public async Task Where_both_say_something_the_owners_word_counts_once()
    {
        var http = new DefaultHttpContext();
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["RateLimit-Limit"] = "300";
        using var answer = new HttpResponseMessage(HttpStatusCode.OK);
        answer.Headers.Add("X-Content-Type-Options", "nosniff");

        Assert.True(await Passage.Both.TransformResponseAsync(http, answer, TestContext.Current.CancellationToken));

        Assert.Equal(("nosniff", "300"), (http.Response.Headers.XContentTypeOptions.ToString(), http.Response.Headers["RateLimit-Limit"].ToString()));
    }
}
