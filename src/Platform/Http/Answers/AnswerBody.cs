using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Waymark.Platform.Http;

/// <summary>Sends the bodies of successful answers: whole, with their length.</summary>
internal static class AnswerBody
{
    /// <summary>Enough for one resource; a list grows.</summary>
    private const int UsualSize = 4 * 1024;

    public static async Task SendAsync<T>(HttpContext http, T value, JsonTypeInfo<T> type)
    {
        using var body = new JsonBody(UsualSize);
        JsonSerializer.Serialize(body.Json, value, type);
        await SendAsync(http, body);
    }

    public static async Task SendAsync(HttpContext http, JsonBody body)
    {
        var bytes = body.Bytes;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = bytes.Length;
        await http.Response.BodyWriter.WriteAsync(bytes, http.RequestAborted);
    }
}
