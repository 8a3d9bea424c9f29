using System.Text;

namespace Waymark.Platform.Security.Passwords;

/// <summary>Passwords as text: one spelling, counted in code points.</summary>
internal static class PasswordText
{
    /// <summary>The NFKC form, so that every keyboard's spelling of the same characters is the same password. Ill-formed text stays as it is.</summary>
    public static string Normalise(string password) => IsWellFormed(password) ? password.Normalize(NormalizationForm.FormKC) : password;

    /// <summary>Whether every surrogate has its partner.</summary>
    public static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Code points, of well-formed text.</summary>
    public static int Length(string text) => text.Length - text.Count(char.IsLowSurrogate);
}
