using Waymark.Tasks.Searching;

namespace Waymark.Tasks.Listing;

/// <summary>
/// The order of a page and where it begins. Where the first column may be empty, the rows that have a value and those that have
/// none are two questions, and the second is asked only when the first leaves room: so an index of what has a value gives the
/// rows in their order, and nobody sorts a whole project.
/// </summary>
/// <param name="By">The order.</param>
internal sealed record PageOrder(string By)
{
    /// <summary>The first column, where rows without a value stand last; else null.</summary>
    public string? Optional { get; init; }

    /// <summary>The order of those that have a value in it.</summary>
    public string ByValue { get; init; } = By;

    /// <summary>What holds for rows behind the cursor; null on a first page.</summary>
    public string? Behind { get; init; }

    /// <summary>Whether the cursor stands among those without a value.</summary>
    public bool IsPastValues { get; init; }

    /// <summary>Whether an index gives the tasks of one project in this order, those that have a value.</summary>
    public bool IsIndexed { get; init; }

    /// <summary>Whether there is such an index for an order by this column alone.</summary>
    public static bool HasIndex(string column) => column is "t.created_at" or "t.rank" or "t.number" or "t.due_at";

    /// <summary>The statement of the page; the number of rows is the parameter <c>@limit</c>.</summary>
    /// <param name="columns">What is read.</param>
    /// <param name="conditions">What holds for every row of the list.</param>
    /// <param name="search">How the texts are found that the rows must contain.</param>
    public string Select(string columns, IReadOnlyCollection<string> conditions, TextSearch search)
    {
        string[] behind = Behind is null ? [] : [Behind];
        if (Optional is null)
        {
            return search.Select(columns, [.. conditions, .. behind], By, IsIndexed);
        }

        string[] ofNone = [.. conditions, $"{Optional} is null"];
        if (IsPastValues)
        {
            return search.Select(columns, [.. ofNone, .. behind], By, isIndexed: false);
        }

        return
            $"""
            with valued as materialized (
                select v.*, row_number() over () as place
                from ({search.Select(columns, [.. conditions, $"{Optional} is not null", .. behind], ByValue, IsIndexed)}) v)
            select * from (
                select valued.*, 0 as part from valued
                union all
                select n.*, row_number() over (), 1
                from ({search.Select(columns, [.. ofNone, "(select count(*) from valued) < @limit"], By, isIndexed: false)}) n) page
            order by part, place
            limit @limit
            """;
    }
}
