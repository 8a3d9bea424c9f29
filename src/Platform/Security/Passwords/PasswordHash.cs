using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Waymark.Platform.Security.Passwords;

/// <summary>A stored password in PHC form: <c>$pbkdf2-sha512$i=210000,k=1$&lt;salt&gt;$&lt;hash&gt;</c>, where k names the pepper.</summary>
internal sealed record PasswordHash(int Iterations, int PepperId, byte[] Salt, byte[] Hash)
{
    private const string Scheme = "pbkdf2-sha512";

    /// <summary>More would let a planted row occupy a core for minutes.</summary>
    private const int MaxIterations = 10_000_000;

    public override string ToString() => $"${Scheme}$i={Iterations},k={PepperId}${Text(Salt)}${Text(Hash)}";

    public static bool TryParse(string? text, [NotNullWhen(true)] out PasswordHash? hash)
    {
        hash = null;
        if (text?.Split('$') is not ["", Scheme, var parameters, var salt, var value]
            || parameters.Split(',') is not [var iterations, var pepper]
            || !TryParameter(iterations, "i=", out var i) || i > MaxIterations
            || !TryParameter(pepper, "k=", out var k)
            || !TryBytes(salt, out var saltBytes) || !TryBytes(value, out var valueBytes))
        {
            return false;
        }

        hash = new PasswordHash(i, k, saltBytes, valueBytes);
        return true;
    }

    private static bool TryParameter(string text, string name, out int value)
    {
        value = 0;
        return text.StartsWith(name, StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(name.Length), NumberStyles.None, CultureInfo.InvariantCulture, out value)
            && value > 0;
    }

    /// <summary>PHC strings use base64 without padding.</summary>
    private static string Text(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    private static bool TryBytes(string text, out byte[] bytes)
    {
        bytes = new byte[text.Length];
        var padded = text.PadRight((text.Length + 3) / 4 * 4, '=');
        var isValid = Convert.TryFromBase64String(padded, bytes, out var length);
        bytes = bytes[..length];
        return isValid && length >= 16;
    }
}
