using Microsoft.AspNetCore.Http;

namespace Waymark.Platform.Http;

/// <summary>
/// A kind of refusal. It is declared where it arises; endpoints name the kinds that they may answer with
/// (<see cref="EndpointProblems.MayRefuse"/>), and the API document tells of them.
/// </summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The stable snake_case code that callers may branch on.</param>
/// <param name="Meaning">What it says in general, in a sentence.</param>
public sealed record ProblemKind(int Status, string Code, string Meaning)
{
    /// <summary>400: the request is at fault in a way that has a code of its own.</summary>
    public static ProblemKind BadRequest(string code, string meaning) => new(StatusCodes.Status400BadRequest, code, meaning);

    /// <summary>401: the credentials do not count.</summary>
    public static ProblemKind Unauthorized(string code, string meaning) => new(StatusCodes.Status401Unauthorized, code, meaning);

    /// <summary>409: the current state does not allow it, or it exists already.</summary>
    public static ProblemKind Conflict(string code, string meaning) => new(StatusCodes.Status409Conflict, code, meaning);

    /// <summary>422: a rule of the domain says no.</summary>
    public static ProblemKind Unprocessable(string code, string meaning) => new(StatusCodes.Status422UnprocessableEntity, code, meaning);

    /// <summary>The refusal itself; without a detail it says what the kind says in general.</summary>
    public Problem Because(string? detail = null, IReadOnlyDictionary<string, object?>? extensions = null) =>
        new(Status, Code, detail ?? Meaning) { Extensions = extensions };
}
