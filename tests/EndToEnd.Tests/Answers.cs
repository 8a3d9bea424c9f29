namespace Waymark.EndToEnd.Tests;

/// <summary>Short ways to ask and to look at answers; a surprising status fails with the body, which says why.</summary>
internal static class Answers
{
    public static Task<HttpResponseMessage> SendAsync(
        this HttpClient client, HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return client.SendAsync(request);
    }

    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, string path, object? body = null) => client.SendAsync(HttpMethod.Post, path, body);

    public static Task<HttpResponseMessage> PutAsync(this HttpClient client, string path, object? body = null) => client.SendAsync(HttpMethod.Put, path, body);

    public static Task<HttpResponseMessage> PatchAsync(this HttpClient client, string path, object body) => client.SendAsync(HttpMethod.Patch, path, body);

    public static Task<JsonElement> ReadAsync(this HttpClient client, string path) => client.GetAsync(new Uri(path, UriKind.Relative)).JsonAsync(HttpStatusCode.OK);

    /// <summary>Every item of a list, page by page.</summary>
    public static async Task<List<JsonElement>> ReadAllAsync(this HttpClient client, string path)
    {
        List<JsonElement> items = [];
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await client.ReadAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=200{(cursor.Length == 0 ? "" : "&cursor=" + cursor)}");
            items.AddRange(page.Items());
            cursor = page.GetProperty("nextCursor").GetString();
        }

        return items;
    }

    public static async Task<JsonElement> JsonAsync(this Task<HttpResponseMessage> asking, HttpStatusCode expected)
    {
        using var answer = await asking;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{answer.RequestMessage?.Method} {answer.RequestMessage?.RequestUri?.PathAndQuery}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Asks and checks the status and the code of the problem.</summary>
    public static async Task RefusedAsync(this Task<HttpResponseMessage> asking, HttpStatusCode expected, string code) =>
        Assert.Equal(code, (await asking.JsonAsync(expected)).Text("code"));

    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString()!;

    public static Guid Id(this JsonElement json, string name = "id") => json.GetProperty(name).GetGuid();

    public static IReadOnlyList<JsonElement> Items(this JsonElement page) => [.. page.GetProperty("items").EnumerateArray()];
}
