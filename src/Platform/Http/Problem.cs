using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Waymark.Platform.Http;

/// <summary>An RFC 9457 problem document as an endpoint's result; made by <see cref="Problems"/>.</summary>
public sealed class Problem : IResult, IStatusCodeHttpResult
{
    internal Problem(int status, string code, string detail)
    {
        Status = status;
        Code = code;
        Detail = detail;
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The stable snake_case code that callers may branch on.</summary>
    public string Code { get; }

    /// <summary>What is wrong and what would be right, in a sentence.</summary>
    public string Detail { get; }

    /// <summary>Faults by field in camelCase, where fields are at fault.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>Further members of the document, such as the legal transitions of an illegal one.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    /// <summary>Seconds after which a repeat makes sense.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The same problem with one more member.</summary>
    public Problem With(string name, object? value) => new(Status, Code, Detail)
    {
        Errors = Errors,
        RetryAfter = RetryAfter,
        Extensions = new Dictionary<string, object?>(Extensions ?? new Dictionary<string, object?>(), StringComparer.Ordinal) { [name] = value },
    };

    int? IStatusCodeHttpResult.StatusCode => Status;

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "application/problem+json";
        response.Headers.CacheControl = "no-store";
        if (RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString();
        }

        if (Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        await using var json = new Utf8JsonWriter(response.BodyWriter, new JsonWriterOptions { Encoder = Json.Encoder });
        Write(json, httpContext);
        await json.FlushAsync(httpContext.RequestAborted);
    }

    /// <summary>Sends the problem in the place of an answer that was prepared and failed; what the edge says of every answer stays.</summary>
    public Task InsteadAsync(HttpContext http)
    {
        AnswerHeaders.TakeBack(http.Response);
        return ExecuteAsync(http);
    }

    /// <summary>Under which id the request is found in traces and in the log.</summary>
    internal static string TraceIdOf(HttpContext http) => System.Diagnostics.Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;

    private void Write(Utf8JsonWriter json, HttpContext http)
    {
        json.WriteStartObject();
        json.WriteString("type", "urn:waymark:problem:" + Code);
        json.WriteString("title", Problems.TitleOf(Status));
        json.WriteNumber("status", Status);
        json.WriteString("detail", Detail);
        json.WriteString("instance", http.Request.Path.Value);
        json.WriteString("traceId", TraceIdOf(http));
        json.WriteString("code", Code);
        if (Errors is not null)
        {
            json.WritePropertyName("errors");
            JsonSerializer.Serialize(json, Errors, Json.Plain);
        }

        foreach (var (name, value) in Extensions ?? new Dictionary<string, object?>(StringComparer.Ordinal))
        {
            json.WritePropertyName(name);
            JsonSerializer.Serialize(json, value, Json.Plain);
        }

        json.WriteEndObject();
    }
}
