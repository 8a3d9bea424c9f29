namespace Waymark.Platform.Http;

/// <summary>The problems that endpoints answer with; one method for each kind.</summary>
public static class Problems
{
    /// <summary>400 <c>invalid</c>: fields are at fault; nothing was changed.</summary>
    public static Problem Invalid(IReadOnlyDictionary<string, string[]> errors) =>
        new(ProblemKinds.Invalid.Status, ProblemKinds.Invalid.Code, ProblemKinds.Invalid.Meaning) { Errors = errors };

    /// <summary>400 <c>invalid</c> for one field.</summary>
    public static Problem Invalid(string field, string message) =>
        Invalid(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [message] });

    /// <summary>400 <c>invalid</c> for a text with a grammar, with the character at which it goes wrong, counted from 0.</summary>
    public static Problem Invalid(string field, string message, int position) =>
        new(ProblemKinds.Invalid.Status, ProblemKinds.Invalid.Code, ProblemKinds.Invalid.Meaning)
        {
            Errors = new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [$"At position {position}: {message}"] },
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["position"] = position },
        };

    /// <summary>403: the caller may see the thing but not do this.</summary>
    public static Problem Forbidden(string detail) => ProblemKinds.Forbidden.Because(detail);

    /// <summary>404: absent, or not the caller's to see; the two are never told apart.</summary>
    public static Problem NotFound(string what) => ProblemKinds.NotFound.Because($"There is no such {what}.");

    /// <summary>412: the version named by <c>If-Match</c> is not the current one.</summary>
    public static Problem StaleVersion(long current) =>
        ProblemKinds.StaleVersion.Because(
            $"The resource is at version {current} by now; read it again.",
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["currentVersion"] = current });

    /// <summary>429: too many tries.</summary>
    public static Problem TooManyRequests(int retryAfterSeconds, string detail = "Too many requests; try again later.") =>
        new(ProblemKinds.TooManyRequests.Status, ProblemKinds.TooManyRequests.Code, detail) { RetryAfter = retryAfterSeconds };

    /// <summary>503: a needed part is down.</summary>
    public static Problem Unavailable(string detail, int retryAfterSeconds = 2) =>
        new(ProblemKinds.Unavailable.Status, ProblemKinds.Unavailable.Code, detail) { RetryAfter = retryAfterSeconds };

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
