namespace Waymark.Platform.Security.Passwords;

/// <summary>
/// Which passwords may be set: 8 to 256 code points of any kind, no rules of composition, but none that guessers try first
/// (NIST SP 800-63B, section 3.1.1.2).
/// </summary>
public static class PasswordRules
{
    /// <summary>The least length in code points.</summary>
    public const int MinLength = 8;

    /// <summary>The greatest length in code points.</summary>
    public const int MaxLength = 256;

    /// <summary>Shorter words of an address or a name occur in good passwords by chance.</summary>
    private const int MinWordLength = 4;

    /// <summary>Fewer letters and digits beside a word of the person's own are a decoration, not a password.</summary>
    private const int MinRest = 5;

    private static readonly string[] ProductWords = ["waymark"];

    private static readonly char[] Separators = [' ', '.', '@', '+', '-', '_', '\''];

    /// <summary>Why the password is refused, as a sentence for the person; null when it may be set.</summary>
    /// <param name="password">The password as it was typed.</param>
    /// <param name="personal">The person's address, name and whatever else others know of them.</param>
    public static string? Refuse(string password, params ReadOnlySpan<string> personal)
    {
        if (!PasswordText.IsWellFormed(password))
        {
            return "The password is not valid Unicode text.";
        }

        var text = PasswordText.Normalise(password);
        if (PasswordText.Length(text) < MinLength)
        {
            return $"The password is too short: at least {MinLength} characters are needed.";
        }

        if (PasswordText.Length(text) > MaxLength)
        {
            return $"The password is too long: at most {MaxLength} characters are possible.";
        }

        if (CommonPasswords.Contains(text))
        {
            return "This password is among the ones that are guessed first; choose another.";
        }

        return IsMostlyPersonal(text, personal)
            ? "The password is little more than your name, your address or the name of this product; choose another."
            : null;
    }

    private static bool IsMostlyPersonal(string password, ReadOnlySpan<string> personal)
    {
        var words = new List<string>(ProductWords);
        foreach (var text in personal)
        {
            words.Add(text);
            words.AddRange(text.Split(Separators, StringSplitOptions.RemoveEmptyEntries));
        }

        var rest = password;
        foreach (var word in words.Where(w => w.Length >= MinWordLength).OrderByDescending(w => w.Length))
        {
            rest = rest.Replace(PasswordText.Normalise(word), "", StringComparison.OrdinalIgnoreCase);
        }

        return rest.Length < password.Length && rest.Count(char.IsLetterOrDigit) < MinRest;
    }
}
