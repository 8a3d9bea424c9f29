using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace Waymark.Services.Tests.Identity;

/// <summary>The link that sets a new password, as its reader sees it.</summary>
internal static partial class ResetLink
{
    /// <summary>Ada asks for a link; the token of the letter, which is the last of so many.</summary>
    public static async Task<string> AskAsync(IdentityApi api, int letters)
    {
        using var client = api.Client();
        Assert.Equal(HttpStatusCode.Accepted, (await client.PostAsJsonAsync("/api/auth/password/forgot", new { email = "ada@example.org" })).StatusCode);
        var letter = (await api.LettersAsync(letters))[^1];
        Assert.Contains("To: <ada@example.org>", letter, StringComparison.Ordinal);
        return TokenIn(letter);
    }

    public static string TokenIn(string text) => Link().Match(text).Groups[1].Value;

    [GeneratedRegex("/reset/(wmx_[A-Za-z0-9_-]{43})")]
    private static partial Regex Link();
}
