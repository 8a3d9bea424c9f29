using Microsoft.AspNetCore.Http;

namespace Waymark.Platform.Http;

/// <summary>The problems that endpoints answer with; one method for each kind.</summary>
public static class Problems
{
    /// <summary>400 <c>invalid</c>: fields are at fault; nothing was changed.</summary>
    public static Problem Invalid(IReadOnlyDictionary<string, string[]> errors) =>
        new(StatusCodes.Status400BadRequest, "invalid", "Some fields are not valid; see errors.") { Errors = errors };

    /// <summary>400 <c>invalid</c> for one field.</summary>
    public static Problem Invalid(string field, string message) =>
        Invalid(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [message] });

    /// <summary>400 <c>invalid</c> for a text with a grammar, with the character at which it goes wrong, counted from 1.</summary>
    public static Problem Invalid(string field, string message, int position) =>
        new(StatusCodes.Status400BadRequest, "invalid", "Some fields are not valid; see errors.")
        {
            Errors = new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [$"At character {position}: {message}"] },
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["position"] = position },
        };

    /// <summary>400 with a code of its own.</summary>
    public static Problem BadRequest(string code, string detail, IReadOnlyDictionary<string, object?>? extensions = null) =>
        new(StatusCodes.Status400BadRequest, code, detail) { Extensions = extensions };

    /// <summary>401: no credentials, or none that count; one generic text for every reason.</summary>
    public static Problem Unauthorized(string code = "unauthorized", string detail = "A valid access token is needed.") =>
        new(StatusCodes.Status401Unauthorized, code, detail);

    /// <summary>403: the caller may see the thing but not do this.</summary>
    public static Problem Forbidden(string detail) => new(StatusCodes.Status403Forbidden, "forbidden", detail);

    /// <summary>404: absent, or not the caller's to see; the two are never told apart.</summary>
    public static Problem NotFound(string what) => new(StatusCodes.Status404NotFound, "not_found", $"There is no such {what}.");

    /// <summary>409: the current state does not allow it, or it exists already.</summary>
    public static Problem Conflict(string code, string detail) => new(StatusCodes.Status409Conflict, code, detail);

    /// <summary>412: the version named by <c>If-Match</c> is not the current one.</summary>
    public static Problem StaleVersion(long current) =>
        new(StatusCodes.Status412PreconditionFailed, "stale_version", $"The resource is at version {current} by now; read it again.")
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["currentVersion"] = current },
        };

    /// <summary>422: a rule of the domain says no.</summary>
    public static Problem Unprocessable(string code, string detail, IReadOnlyDictionary<string, object?>? extensions = null) =>
        new(StatusCodes.Status422UnprocessableEntity, code, detail) { Extensions = extensions };

    /// <summary>429: too many tries.</summary>
    public static Problem TooManyRequests(int retryAfterSeconds, string detail = "Too many requests; try again later.") =>
        new(StatusCodes.Status429TooManyRequests, "too_many_requests", detail) { RetryAfter = retryAfterSeconds };

    /// <summary>503: a needed part is down.</summary>
    public static Problem Unavailable(string detail, int retryAfterSeconds = 2) =>
        new(StatusCodes.Status503ServiceUnavailable, "unavailable", detail) { RetryAfter = retryAfterSeconds };

    /// <summary>Any other status, with a code derived from it.</summary>
    public static Problem Of(int status, string? code = null, string? detail = null) =>
        new(status, code ?? TitleOf(status).ToLowerInvariant().Replace(' ', '_'), detail ?? TitleOf(status) + ".");

    internal static string TitleOf(int status) => status switch
    {
        400 => "Bad request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not found",
        405 => "Method not allowed",
        406 => "Not acceptable",
        408 => "Request timeout",
        409 => "Conflict",
        410 => "Gone",
        412 => "Precondition failed",
        413 => "Content too large",
        414 => "URI too long",
        415 => "Unsupported media type",
        422 => "Unprocessable content",
        429 => "Too many requests",
        431 => "Request header fields too large",
        503 => "Service unavailable",
        _ => "Internal server error",
    };
}
