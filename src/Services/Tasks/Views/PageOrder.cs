namespace Waymark.Tasks.Views;

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

    /// <summary>The statement of the page; the number of rows is the parameter <c>@limit</c>.</summary>
    /// <param name="columns">What is read.</param>
    /// <param name="source">The tables, joined.</param>
    /// <param name="conditions">What holds for every row of the list.</param>
    public string Select(string columns, string source, IEnumerable<string> conditions)
    {
        var (found, behind) = (string.Join(" and ", conditions), Behind is null ? "" : $" and {Behind}");
        if (Optional is null || IsPastValues)
        {
            var none = Optional is null ? "" : $" and {Optional} is null";
            return $"select {columns} from {source} where {found}{none}{behind} order by {By} limit @limit";
        }

        return
            $"""
            with valued as materialized (
                select v.*, row_number() over () as place
                from (select {columns} from {source} where {found} and {Optional} is not null{behind} order by {ByValue} limit @limit) v)
            select * from (
                select valued.*, 0 as part from valued
                union all
                select n.*, row_number() over (), 1
                from (select {columns} from {source} where {found} and {Optional} is null and (select count(*) from valued) < @limit order by {By} limit @limit) n) page
            order by part, place
            limit @limit
            """;
    }
}
