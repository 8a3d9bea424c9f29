using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Waymark.Demo;

/// <summary>The public API as one person uses it.</summary>
internal sealed class Api(HttpClient client) : IDisposable
{
    public Guid UserId { get; private set; }

    /// <summary>Registers the person, or signs in when the address is taken by an earlier run.</summary>
    public static async Task<Api> EnterAsync(Uri address, HttpMessageHandler handler, Person person)
    {
        var client = new HttpClient(handler, disposeHandler: false) { BaseAddress = address };
        using var registered = await client.PostAsJsonAsync("/api/users/register", new { email = person.Email, password = Cast.Password, displayName = person.Name });
        if (registered.StatusCode == HttpStatusCode.Conflict)
        {
            throw new DemoException($"{person.Email} exists already: the example has been made here before.");
        }

        var answer = await ReadAsync(registered, "register " + person.Email);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", answer.GetProperty("accessToken").GetString());
        return new Api(client) { UserId = answer.GetProperty("user").GetProperty("id").GetGuid() };
    }

    public async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
            using var response = await client.SendAsync(request);
            // Colleagues act at the same time: a clash is told, and the next try sees the new state.
            if (response.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.ServiceUnavailable && attempt < 4)
            {
                continue;
            }

            return await ReadAsync(response, $"{method} {path}");
        }
    }

    public void Dispose() => client.Dispose();

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, string what)
    {
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode)
        {
            throw new DemoException($"{what} was answered {(int)response.StatusCode}: {text}");
        }

        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }
}
