using System.Net.Http.Json;
using System.Text.Json;

namespace Waymark.Services.Tests;

/// <summary>Somebody who has an account, with a client that speaks for them.</summary>
public sealed record Person(Guid Id, string Name, string Email, HttpClient Client)
{
    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(new Uri(path, UriKind.Relative));

    public Task<HttpResponseMessage> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body ?? new { });

    public Task<HttpResponseMessage> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body);

    public Task<HttpResponseMessage> PatchAsync(string path, object body) => SendAsync(HttpMethod.Patch, path, body);

    public Task<HttpResponseMessage> DeleteAsync(string path) => Client.DeleteAsync(new Uri(path, UriKind.Relative));

    /// <summary>The body of a successful GET.</summary>
    public async Task<JsonElement> ReadAsync(string path)
    {
        using var response = await GetAsync(path);
        return await response.JsonAsync();
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Client.SendAsync(request);
    }
}
