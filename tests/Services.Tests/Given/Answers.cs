using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Waymark.Services.Tests.Given;

/// <summary>Short ways to ask and to look at answers.</summary>
internal static class Answers
{
    public static async Task<JsonElement> JsonAsync(this Task<HttpResponseMessage> asking, HttpStatusCode expected)
    {
        using var answer = await asking;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Asks and checks the status and the code of the problem.</summary>
    public static async Task RefusedAsync(this Task<HttpResponseMessage> asking, HttpStatusCode expected, string code) =>
        Assert.Equal(code, (await asking.JsonAsync(expected)).Text("code"));

    public static Task<JsonElement> ReadAsync(this HttpClient client, string path) => client.GetAsync(path).JsonAsync(HttpStatusCode.OK);

    public static Task<HttpResponseMessage> SendAsync(this HttpClient client, HttpMethod method, string path, object? body = null, string? ifMatch = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return client.SendAsync(request);
    }

    public static string? Text(this JsonElement json, string name) => json.GetProperty(name).GetString();

    public static Guid Id(this JsonElement json, string name = "id") => json.GetProperty(name).GetGuid();

    public static IReadOnlyList<JsonElement> Items(this JsonElement page) => [.. page.GetProperty("items").EnumerateArray()];
}
