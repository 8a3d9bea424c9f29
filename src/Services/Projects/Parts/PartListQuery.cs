namespace Waymark.Projects.Parts;

/// <summary>How a list of parts is asked for: <c>-createdAt</c> unless <c>createdAt</c> is wished.</summary>
public sealed record PartListQuery
{
    /// <summary>The order.</summary>
    [SortedBy("createdAt")]
    public string? Sort { get; init; }

    /// <summary>How many at most.</summary>
    public int? Limit { get; init; }

    /// <summary>Where to go on: <c>nextCursor</c> of the page before.</summary>
    public string? Cursor { get; init; }

    /// <summary>Where the page begins and how long it is, or what is wrong with the question.</summary>
    internal (PartListPlace? Place, Problem? Problem) Read()
    {
        if (PageLimit.Check(Limit, out var limit) is { } wrong)
        {
            return (null, wrong);
        }

        var sort = Sort ?? "-createdAt";
        if (sort is not ("createdAt" or "-createdAt"))
        {
            return (null, Problems.Invalid("sort", "One of createdAt, -createdAt is expected."));
        }

        Cursor? from = null;
        return Cursor is not null && !Platform.Http.Cursor.TryParse(Cursor, sort, out from)
            ? (null, Platform.Http.Cursor.Invalid)
            : (new PartListPlace(sort, from?.Id, limit), null);
    }
}

/// <summary>Ids are made in the order of time, so they alone are the key of the list.</summary>
internal sealed record PartListPlace(string Sort, Guid? Behind, int Limit)
{
    public IQueryable<T> Take<T>(IQueryable<T> parts)
        where T : class, IProjectPart
    {
        var isAscending = Sort == "createdAt";
        if (Behind is { } id)
        {
            parts = isAscending ? parts.Where(p => p.Id.CompareTo(id) > 0) : parts.Where(p => p.Id.CompareTo(id) < 0);
        }

        return (isAscending ? parts.OrderBy(p => p.Id) : parts.OrderByDescending(p => p.Id)).Take(Limit + 1);
    }

    public string CursorOf(IProjectPart last) => new Cursor(Sort, null, last.Id).ToString();
}
