using System.Text.RegularExpressions;

namespace Waymark.EndToEnd.Tests.WrongInput;

/// <summary>Fills the parameters of a path of the document.</summary>
internal static partial class ApiPath
{
    /// <summary>The parameters of a path as the places that a tenant names: <c>/api/projects/{}/members/{}</c>.</summary>
    public static IReadOnlyList<string> Places(string path) => [.. Parameter().Matches(path).Select(m => Parameter().Replace(path[..(m.Index + m.Length)], "{}"))];

    /// <summary>Whether the last parameter of a path is a link's token, which is a right of its own wherever it comes from.</summary>
    public static bool EndsInToken(string path) => path.Contains("{token}", StringComparison.Ordinal);

    /// <summary>The path with values for its parameters; a value may be replaced by its position.</summary>
    public static string Fill(string path, Tenant tenant, int replaced = -1, string replacement = "")
    {
        var (places, next) = (Places(path), 0);
        return Parameter().Replace(path, _ => next++ == replaced ? replacement : tenant.Places[places[next - 1]]);
    }

    [GeneratedRegex("{[^}]+}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}
