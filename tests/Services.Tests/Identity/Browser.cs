using System.Net.Http.Json;
using System.Text.Json;

namespace Waymark.Services.Tests.Identity;

/// <summary>The web client as identity sees it: its header, and a jar of cookies.</summary>
internal sealed class Browser(IdentityApi api, string host = "localhost") : IDisposable
{
    private readonly HttpClient _client = api.Client();

    /// <summary>The cookies by name, as the last answer that set them left them.</summary>
    public Dictionary<string, string> Cookies { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The Set-Cookie lines of the last answer.</summary>
    public IReadOnlyList<string> LastSet { get; private set; } = [];

    /// <summary>The JSON of the last answer with tokens.</summary>
    public JsonElement LastBody { get; private set; }

    public string? SecFetchSite { get; set; } = "same-origin";

    public string? AccessToken { get; set; }

    public Browser Copy() => new(api, host) { Cookies = new Dictionary<string, string>(Cookies, StringComparer.Ordinal) };

    public async Task<HttpResponseMessage> PostAsync(string path, object? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body ?? new { }) };
        request.Headers.Host = $"{host}:{api.Address.Port}";
        request.Headers.Add("X-Waymark-Client", "web");
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
        if (SecFetchSite is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", SecFetchSite);
        }

        if (AccessToken is not null)
        {
            request.Headers.Authorization = new("Bearer", AccessToken);
        }

        var answer = await _client.SendAsync(request);
        LastSet = answer.Headers.TryGetValues("Set-Cookie", out var lines) ? [.. lines] : [];
        foreach (var line in LastSet)
        {
            Keep(line);
        }

        if (answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType == "application/json")
        {
            LastBody = await answer.Content.ReadFromJsonAsync<JsonElement>();
            AccessToken = LastBody.GetProperty("accessToken").GetString();
        }

        return answer;
    }

    public Task<HttpResponseMessage> LogInAsync(string password = IdentityApi.Password) =>
        PostAsync("/api/users/login", new { email = "ada@example.org", password });

    public Task<HttpResponseMessage> RefreshAsync() => PostAsync("/api/auth/refresh");

    public void Dispose() => _client.Dispose();

    private void Keep(string line)
    {
        var pair = line.Split(';')[0].Split('=', 2);
        if (line.Contains("max-age=0", StringComparison.OrdinalIgnoreCase))
        {
            Cookies.Remove(pair[0]);
        }
        else
        {
            Cookies[pair[0]] = pair[1];
        }
    }
}
