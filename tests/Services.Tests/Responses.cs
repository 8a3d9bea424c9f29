using System.Net;
using System.Text.Json;

namespace Waymark.Services.Tests;

/// <summary>Reading answers; a surprising status fails with the body, which says why.</summary>
internal static class Responses
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response, HttpStatusCode? expected = null)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(expected is null ? response.IsSuccessStatusCode : response.StatusCode == expected, $"{(int)response.StatusCode}: {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    public static async Task<JsonElement> JsonAsync(this Task<HttpResponseMessage> pending, HttpStatusCode? expected = null)
    {
        using var response = await pending;
        return await response.JsonAsync(expected);
    }

    /// <summary>Asserts a problem document with this status and code, and returns it.</summary>
    public static async Task<JsonElement> ProblemAsync(this Task<HttpResponseMessage> pending, HttpStatusCode status, string code)
    {
        using var response = await pending;
        var problem = await response.JsonAsync(status);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        return problem;
    }

    /// <summary>Sends a change that has to succeed, for the id under which it can be undone.</summary>
    public static async Task<Guid> ChangeIdAsync(this Task<HttpResponseMessage> pending)
    {
        using var response = await pending;
        await response.JsonAsync();
        return Guid.Parse(response.Headers.GetValues("X-Change-Id").Single());
    }

    public static Guid Id(this JsonElement resource, string member = "id") => resource.GetProperty(member).GetGuid();

    public static string Text(this JsonElement resource, string member) => resource.GetProperty(member).GetString()!;

    public static int Number(this JsonElement resource, string member) => resource.GetProperty(member).GetInt32();

    public static bool Is(this JsonElement resource, string member) => resource.GetProperty(member).GetBoolean();

    public static bool IsNull(this JsonElement resource, string member) => resource.GetProperty(member).ValueKind == JsonValueKind.Null;

    /// <summary>The names of an object's members, for answers that are compared with the documented shape.</summary>
    public static IEnumerable<string> Names(this JsonElement resource) => resource.EnumerateObject().Select(m => m.Name);

    public static long Version(this JsonElement resource) => resource.GetProperty("version").GetInt64();

    public static IReadOnlyList<JsonElement> Items(this JsonElement page) => [.. page.GetProperty("items").EnumerateArray()];
}
