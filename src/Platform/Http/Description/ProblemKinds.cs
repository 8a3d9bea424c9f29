using Microsoft.AspNetCore.Http;

namespace Waymark.Platform.Http;

/// <summary>The refusals that follow from what an endpoint takes and demands; those of a domain stand with its rules.</summary>
public static class ProblemKinds
{
    public static readonly ProblemKind Invalid = ProblemKind.BadRequest("invalid", "Some fields are not valid; see errors.");

    public static readonly ProblemKind MalformedJson = ProblemKind.BadRequest("malformed_json", "The body is not the JSON that is expected here.");

    public static readonly ProblemKind BadRequest = ProblemKind.BadRequest("bad_request", "The request cannot be read.");

    public static readonly ProblemKind InvalidCursor = ProblemKind.BadRequest("invalid_cursor", "The cursor does not belong to this list; start again without one.");

    public static readonly ProblemKind InvalidIdempotencyKey = ProblemKind.BadRequest("invalid_idempotency_key", "The Idempotency-Key is empty or too long.");

    public static readonly ProblemKind InvalidToken = ProblemKind.Unauthorized("invalid_token", "A valid access token is needed.");

    public static readonly ProblemKind Forbidden = new(StatusCodes.Status403Forbidden, "forbidden", "The caller may see the thing but not do this.");

    public static readonly ProblemKind NotFound = new(StatusCodes.Status404NotFound, "not_found", "It does not exist, or is not the caller's to see.");

    public static readonly ProblemKind ConcurrentChange =
        ProblemKind.Conflict("concurrent_change", "Somebody else changed the same thing at the same time; read it again.");

    public static readonly ProblemKind RequestInProgress = ProblemKind.Conflict("request_in_progress", "A request with this Idempotency-Key still runs.");

    public static readonly ProblemKind StaleVersion =
        new(StatusCodes.Status412PreconditionFailed, "stale_version", "The resource has moved on from the version that If-Match names; read it again.");

    public static readonly ProblemKind ContentTooLarge = new(StatusCodes.Status413PayloadTooLarge, "content_too_large", "The body is larger than is taken here.");

    public static readonly ProblemKind UnsupportedMediaType =
        new(StatusCodes.Status415UnsupportedMediaType, "unsupported_media_type", "The body is of a media type that is not taken here.");

    public static readonly ProblemKind IdempotencyKeyReused =
        ProblemKind.Unprocessable("idempotency_key_reused", "This Idempotency-Key was used for another request; take a new one.");

    public static readonly ProblemKind TooManyRequests =
        new(StatusCodes.Status429TooManyRequests, "too_many_requests", "Too many requests; try again after the time in Retry-After.");

    public static readonly ProblemKind Unavailable =
        new(StatusCodes.Status503ServiceUnavailable, "unavailable", "A needed part is down; try again after the time in Retry-After.");
}
