using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Waymark.Platform.Http;

/// <summary>
/// 200 with a body that the endpoint has written itself; made by <see cref="Answers.Written{T}"/>. To callers and in the API
/// document it is the same as an <see cref="Answer{T}"/>.
/// </summary>
public sealed class WrittenAnswer<T> : IResult, IEndpointMetadataProvider, IStatusCodeHttpResult
{
    private readonly JsonBody _body;
    private readonly long? _version;

    internal WrittenAnswer(JsonBody body, long? version) => (_body, _version) = (body, version);

    int? IStatusCodeHttpResult.StatusCode => StatusCodes.Status200OK;

    /// <inheritdoc />
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using (_body)
        {
            if (AnswerHeaders.Write(httpContext, StatusCodes.Status200OK, _version))
            {
                await AnswerBody.SendAsync(httpContext, _body);
            }
        }
    }
}
