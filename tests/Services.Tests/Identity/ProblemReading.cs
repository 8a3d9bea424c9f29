using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Waymark.Services.Tests.Identity;

/// <summary>Reads problem documents.</summary>
internal static class ProblemReading
{
    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(code, problem.GetProperty("code").GetString());
        return problem;
    }
}
