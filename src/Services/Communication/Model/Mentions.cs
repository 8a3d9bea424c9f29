namespace Waymark.Communication.Model;

/// <summary>Finds mentions in Markdown: <c>@[name](user:&lt;id&gt;)</c>.</summary>
internal static class Mentions
{
    /// <summary>More people than this are not called by one comment.</summary>
    public const int Max = 50;

    private const string Start = "@[";
    private const string Target = "](user:";
    private const int IdLength = 36;

    /// <summary>The people mentioned, each once, in the order of their first mention; at most <see cref="Max"/>.</summary>
    public static IReadOnlyList<Guid> In(string body)
    {
        var found = new List<Guid>();
        for (var rest = body.AsSpan(); found.Count < Max;)
        {
            var start = rest.IndexOf(Start, StringComparison.Ordinal);
            if (start < 0)
            {
                break;
            }

            rest = rest[(start + Start.Length)..];
            if (TryRead(rest, out var userId, out var length))
            {
                rest = rest[length..];
                if (!found.Contains(userId))
                {
                    found.Add(userId);
                }
            }
        }

        return found;
    }

    /// <summary>Reads behind <c>@[</c>. A name has no line break and no bracket, so one that was never closed does not swallow the next.</summary>
    private static bool TryRead(ReadOnlySpan<char> text, out Guid userId, out int length)
    {
        userId = default;
        length = 0;
        var end = text.IndexOfAny("[]\n");
        if (end < 1 || !text[end..].StartsWith(Target, StringComparison.Ordinal))
        {
            return false;
        }

        var id = text[(end + Target.Length)..];
        length = end + Target.Length + IdLength + 1;
        return id.Length > IdLength && id[IdLength] == ')' && Guid.TryParseExact(id[..IdLength], "D", out userId);
    }
}
