namespace Waymark.Platform.Http;

/// <summary>One page of a list; <paramref name="NextCursor"/> is null on the last one.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor)
{
    /// <summary>
    /// Cuts one row too many off: callers read <c>limit + 1</c> rows, and the surplus row says that there is a next page.
    /// </summary>
    public static Page<T> Of(List<T> rows, int limit, Func<T, string> cursorOf)
    {
        if (rows.Count <= limit)
        {
            return new Page<T>(rows, null);
        }

        rows.RemoveRange(limit, rows.Count - limit);
        return new Page<T>(rows, cursorOf(rows[^1]));
    }
}

/// <summary>The size of a page as callers may ask for it.</summary>
public static class PageLimit
{
    /// <summary>When the caller says nothing.</summary>
    public const int Default = 50;

    /// <summary>The most that a caller gets.</summary>
    public const int Max = 200;

    /// <summary>The limit to use, or the problem of a limit that is none.</summary>
    public static Problem? Check(int? limit, out int value)
    {
        value = limit ?? Default;
        return value is >= 1 and <= Max ? null : Problems.Invalid("limit", $"A number between 1 and {Max} is expected.");
    }
}
