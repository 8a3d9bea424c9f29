using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Tasks.Querying;

/// <summary>Queries by chance over HTTP, whole ones and broken ones: an answer or a problem of the caller, never a fault of ours.</summary>
public sealed class QueryFuzzTests(GivenTasks given) : IClassFixture<GivenTasks>
{
    private const int Queries = 2_000;

    public static TheoryData<int> Seeds => [Random.Shared.Next()];

    [Theory]
    [MemberData(nameof(Seeds), DisableDiscoveryEnumeration = true)]
    public async Task Any_query_is_answered_or_refused_with_its_place(int seed)
    {
        var (random, queries) = (new Random(seed), new SomeTasks(seed).Queries);
        var answered = 0;
        for (var i = 0; i < Queries; i++)
        {
            var query = queries.Next(random.Next(5)).ToString();
            var text = random.Next(2) == 0 ? query : Broken(random, query);
            using var response = await given.Owner.GetAsync($"/api/tasks?limit={random.Next(1, 5)}&query={Uri.EscapeDataString(text)}");
            var body = await response.JsonAsync(response.StatusCode);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                answered++;
                continue;
            }

            Assert.True(response.StatusCode == HttpStatusCode.BadRequest, $"seed {seed}, query {i}: {text}\n{body.GetRawText()}");
            Assert.Equal("query_invalid", body.GetProperty("code").GetString());
            Assert.InRange(body.Number("position"), 0, text.Length);
        }

        Assert.InRange(answered, 100, Queries);
    }

    private static string Broken(Random random, string text)
    {
        for (var i = random.Next(3); i >= 0 && text.Length > 0; i--)
        {
            var (at, length) = (random.Next(text.Length), random.Next(4));
            var end = Math.Min(text.Length, at + length);
            var piece = random.Next(5) switch { 0 => "(", 1 => "\"", 2 => " or ", 3 => ((char)random.Next(0xD000)).ToString(), _ => "" };
            text = text[..at] + piece + text[end..];
        }

        return text.Length == 0 || random.Next(20) > 0 ? text : text[random.Next(text.Length)..];
    }
}
