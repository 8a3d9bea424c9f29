using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Waymark.Identity.Model;

/// <summary>
/// A mail address: one <c>@</c>, something on both sides, no blanks or controls. Whether it exists only a letter can tell, so
/// nothing finer is asked.
/// </summary>
internal sealed record EmailAddress(string Text, string Folded)
{
    public const int MaxLength = 254;
    private const int MaxLocalLength = 64;

    public static bool TryParse(string? text, [NotNullWhen(true)] out EmailAddress? address)
    {
        address = null;
        var trimmed = text?.Trim().Normalize(NormalizationForm.FormC);
        var at = trimmed?.IndexOf('@', StringComparison.Ordinal) ?? -1;
        if (trimmed is null || trimmed.Length > MaxLength || at is < 1 or > MaxLocalLength || !IsLocal(trimmed.AsSpan(0, at)) || !IsDomain(trimmed.AsSpan(at + 1)))
        {
            return false;
        }

        address = new EmailAddress(trimmed, trimmed.ToLowerInvariant());
        return true;
    }

    private static bool IsLocal(ReadOnlySpan<char> local)
    {
        foreach (var c in local)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c) || "<>()[],;:\\\"".Contains(c, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDomain(ReadOnlySpan<char> domain)
    {
        foreach (var label in domain.Split('.'))
        {
            if (domain[label].IsEmpty || domain[label][0] == '-' || domain[label][^1] == '-')
            {
                return false;
            }
        }

        foreach (var c in domain)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('-' or '.'))
            {
                return false;
            }
        }

        return true;
    }
}
