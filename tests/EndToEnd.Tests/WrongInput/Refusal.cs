using System.Text.RegularExpressions;

namespace Waymark.EndToEnd.Tests.WrongInput;

/// <summary>What must hold for the answer to a wrong request.</summary>
internal static partial class Refusal
{
    private static readonly string[] Members = ["type", "title", "detail", "instance", "traceId", "code"];

    /// <summary>The codes that a fault of the request itself may have; those of domain rules never answer here.</summary>
    private static readonly Dictionary<int, string[]> Codes = new()
    {
        [400] = ["invalid", "malformed_json", "bad_request", "invalid_cursor", "query_invalid"],
        [401] = ["invalid_token"],
        [404] = ["not_found"],
        [405] = ["method_not_allowed"],
        [412] = ["stale_version"],
        [413] = ["content_too_large"],
        [415] = ["unsupported_media_type"],
    };

    /// <summary>What is wrong with the answer; null when it is as it should be.</summary>
    public static async Task<string?> FaultOfAsync(WrongRequest request, HttpResponseMessage answer)
    {
        var (status, text) = ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        if (!request.Expected.Contains(answer.StatusCode))
            return $"{status} instead of {string.Join(" or ", request.Expected.Select(s => (int)s))}: {text[..Math.Min(300, text.Length)]}";
        if (answer.IsSuccessStatusCode)
            return null;
        if (FaultOfProblem(answer, text) is { } fault)
            return fault;
        var code = JsonDocument.Parse(text).RootElement.Text("code");
        return Codes[status].Contains(code, StringComparer.Ordinal) ? null : $"{status} with code {code}";
    }

    /// <summary>What is wrong with an answer as a problem, whatever it says.</summary>
    public static string? FaultOfProblem(HttpResponseMessage answer, string text)
    {
        var status = (int)answer.StatusCode;
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return $"{status} as {answer.Content.Headers.ContentType}";

        var problem = JsonDocument.Parse(text).RootElement;
        if (Members.FirstOrDefault(m => !problem.TryGetProperty(m, out var value) || string.IsNullOrEmpty(value.GetString())) is { } missing)
            return $"no {missing} in {text}";
        if (problem.GetProperty("status").GetInt32() != status)
            return $"{status} with {text}";
        if (problem.TryGetProperty("errors", out var errors) && errors.EnumerateObject().Any(e => !char.IsAsciiLetterLower(e.Name[0])))
            return $"fields that are not in camel case: {errors}";
        return Innards().IsMatch(text) ? $"tells of the inside: {text}" : null;
    }

    [GeneratedRegex(@"\bat Waymark\.|Npgsql|Exception|System\.|Microsoft\.|\bselect\b.+\bfrom\b|SQLSTATE", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Innards();
}
