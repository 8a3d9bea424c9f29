using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Waymark.Platform.Http;

/// <summary>200 with a resource; made by <see cref="Answers.Ok{T}(T, long?)"/>.</summary>
public sealed class Answer<T> : Answered<T>, IEndpointMetadataProvider
{
    internal Answer(T value, long? version)
        : base(StatusCodes.Status200OK, value, version)
    {
    }

    /// <inheritdoc />
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Describe(builder, StatusCodes.Status200OK);
}

/// <summary>201 with the whole resource and its <c>Location</c>.</summary>
public sealed class CreatedAnswer<T> : Answered<T>, IEndpointMetadataProvider
{
    internal CreatedAnswer(string location, T value, long? version)
        : base(StatusCodes.Status201Created, value, version) => Location = location;

    /// <inheritdoc />
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Describe(builder, StatusCodes.Status201Created);
}

/// <summary>202: it was taken on; <c>Location</c> says how far it is.</summary>
public sealed class AcceptedAnswer<T> : Answered<T>, IEndpointMetadataProvider
{
    internal AcceptedAnswer(string location, T value)
        : base(StatusCodes.Status202Accepted, value, null) => Location = location;

    /// <inheritdoc />
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Describe(builder, StatusCodes.Status202Accepted);
}

/// <summary>A successful answer with a JSON body: status, headers and the value.</summary>
public abstract class Answered<T>(int status, T value, long? version) : IResult, IStatusCodeHttpResult, IStorableAnswer
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>The body.</summary>
    public T Value { get; } = value;

    /// <summary>The version behind the <c>ETag</c>; null for answers that are no single resource.</summary>
    public long? Version { get; } = version;

    /// <inheritdoc />
    public string? Location { get; protected init; }

    int? IStatusCodeHttpResult.StatusCode => Status;

    /// <inheritdoc />
    public byte[] Body(JsonSerializerOptions options) => JsonSerializer.SerializeToUtf8Bytes(Value, TypeInfo(options));

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (!AnswerHeaders.Write(httpContext, Status, Version, Location))
        {
            return Task.CompletedTask;
        }

        var options = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return AnswerBody.SendAsync(httpContext, Value, TypeInfo(options));
    }

    /// <summary>Adds the answer to the API document.</summary>
    protected static void Describe(EndpointBuilder builder, int status) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(T), ["application/json"]));

    private static JsonTypeInfo<T> TypeInfo(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}

/// <summary>An answer that can be kept for a repeat with the same <c>Idempotency-Key</c>.</summary>
public interface IStorableAnswer
{
    /// <summary>The HTTP status.</summary>
    int Status { get; }

    /// <summary>The version behind the <c>ETag</c>.</summary>
    long? Version { get; }

    /// <summary>The path of a created resource.</summary>
    string? Location { get; }

    /// <summary>The body's bytes.</summary>
    byte[] Body(JsonSerializerOptions options);
}

/// <summary>Makes the successful answers of endpoints.</summary>
public static class Answers
{
    /// <summary>200; with a version the answer carries an <c>ETag</c> and honours <c>If-None-Match</c>.</summary>
    public static Answer<T> Ok<T>(T value, long? version = null) => new(value, version);

    /// <summary>200 with a body that is written already, of the shape of <typeparamref name="T"/>.</summary>
    public static WrittenAnswer<T> Written<T>(JsonBody body, long? version = null) => new(body, version);

    /// <summary>201 with <c>Location</c>.</summary>
    public static CreatedAnswer<T> Created<T>(string location, T value, long? version = null) => new(location, value, version);

    /// <summary>202 with the address where its state can be followed.</summary>
    public static AcceptedAnswer<T> Accepted<T>(string location, T value) => new(location, value);

    /// <summary>200 with a table of comma-separated values; the rows are sent as they are read.</summary>
    public static CsvAnswer Csv(string fileName, IReadOnlyList<string> head, IAsyncEnumerable<IReadOnlyList<string?>> rows) => new(fileName, head, rows);

    /// <summary>204.</summary>
    public static Deleted Deleted() => new();
}

/// <summary>204: the thing is gone.</summary>
public sealed class Deleted : IResult, IEndpointMetadataProvider, IStatusCodeHttpResult, IStorableAnswer
{
    int? IStatusCodeHttpResult.StatusCode => StatusCodes.Status204NoContent;

    int IStorableAnswer.Status => StatusCodes.Status204NoContent;

    long? IStorableAnswer.Version => null;

    string? IStorableAnswer.Location => null;

    byte[] IStorableAnswer.Body(JsonSerializerOptions options) => [];

    /// <inheritdoc />
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status204NoContent));

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status204NoContent;
        ChangeHeader.Write(httpContext);
        return Task.CompletedTask;
    }
}
