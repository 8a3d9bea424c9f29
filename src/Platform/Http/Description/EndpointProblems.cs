using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Waymark.Contracts.Identity;

namespace Waymark.Platform.Http;

/// <summary>A refusal that an endpoint names itself, as its metadata.</summary>
public sealed record DeclaredProblem(ProblemKind Kind);

/// <summary>Which refusals an endpoint may answer with: those that follow from its declarations, and those that it names.</summary>
public static class EndpointProblems
{
    /// <summary>Names refusals of the domain; the others are derived.</summary>
    public static TBuilder MayRefuse<TBuilder>(this TBuilder endpoint, params ReadOnlySpan<ProblemKind> kinds)
        where TBuilder : IEndpointConventionBuilder
    {
        foreach (var kind in kinds)
        {
            endpoint.Add(builder => builder.Metadata.Add(new DeclaredProblem(kind)));
        }

        return endpoint;
    }

    /// <summary>Every refusal of an endpoint, in the order of status and code.</summary>
    public static IReadOnlyList<ProblemKind> Of(RouteEndpoint endpoint) =>
    [
        .. OfRequest(EndpointInputs.Of(endpoint))
            .Concat(OfPermission(endpoint.Metadata.GetMetadata<RequiredPermission>()?.Permission))
            .Concat(OfWrite(endpoint))
            .Concat(OfPlatform(endpoint))
            .Concat(endpoint.Metadata.OfType<DeclaredProblem>().Select(declared => declared.Kind))
            .Distinct()
            .OrderBy(kind => kind.Status)
            .ThenBy(kind => kind.Code, StringComparer.Ordinal),
    ];

    private static IEnumerable<ProblemKind> OfRequest(EndpointInputs inputs)
    {
        if (inputs.PathNames.Count > 0)
        {
            yield return ProblemKinds.BadRequest;
            yield return ProblemKinds.NotFound;
        }

        if (inputs.Query.Count > 0)
        {
            yield return ProblemKinds.BadRequest;
            yield return ProblemKinds.Invalid;
        }

        if (inputs.Query.Any(parameter => parameter.Name == "cursor"))
        {
            yield return ProblemKinds.InvalidCursor;
        }

        if (inputs.Body is not null)
        {
            yield return ProblemKinds.BadRequest;
            yield return ProblemKinds.Invalid;
            yield return ProblemKinds.MalformedJson;
            yield return ProblemKinds.ContentTooLarge;
            yield return ProblemKinds.UnsupportedMediaType;
        }
    }

    private static IEnumerable<ProblemKind> OfPermission(string? permission)
    {
        if (permission is null or Permissions.Public)
        {
            yield break;
        }

        yield return ProblemKinds.InvalidToken;
        // What the weakest role may do is refused to strangers alone, for whom the thing does not exist.
        if (permission.StartsWith("operations.", StringComparison.Ordinal)
            || Permissions.MinimumProjectRank.GetValueOrDefault(permission) > 1
            || Permissions.MinimumWorkspaceRank.GetValueOrDefault(permission) > 1)
        {
            yield return ProblemKinds.Forbidden;
        }
    }

    private static IEnumerable<ProblemKind> OfWrite(RouteEndpoint endpoint)
    {
        // What is only taken on, without a word about it, writes nothing before the answer.
        var isTakenOn = endpoint.Metadata.OfType<IProducesResponseTypeMetadata>().All(answer => answer.StatusCode == StatusCodes.Status202Accepted && (answer.Type is null || answer.Type == typeof(void)));
        if (!endpoint.IsRead() && !isTakenOn)
        {
            yield return ProblemKinds.ConcurrentChange;
        }

        if (endpoint.Metadata.GetMetadata<HonouredIfMatch>() is not null)
        {
            yield return ProblemKinds.StaleVersion;
        }

        if (endpoint.IsRepeatable())
        {
            yield return ProblemKinds.InvalidIdempotencyKey;
            yield return ProblemKinds.RequestInProgress;
            yield return ProblemKinds.IdempotencyKeyReused;
        }
    }

    private static IEnumerable<ProblemKind> OfPlatform(RouteEndpoint endpoint)
    {
        if (endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
        {
            yield return ProblemKinds.TooManyRequests;
        }

        yield return ProblemKinds.Unavailable;
    }
}
