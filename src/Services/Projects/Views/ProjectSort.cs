using System.Diagnostics.CodeAnalysis;
using NpgsqlTypes;

namespace Waymark.Projects.Views;

/// <summary>An order of the list: a column, its direction, ties by id, nulls last.</summary>
internal sealed record ProjectSort(string Name, bool IsDescending, ProjectSort.Column By)
{
    private static readonly Dictionary<string, Column> Columns = new(StringComparer.Ordinal)
    {
        ["createdAt"] = new("p.created_at", NpgsqlDbType.TimestampTz, IsNullable: false, p => InstantConverter.Format(p.CreatedAt)),
        ["updatedAt"] = new("p.updated_at", NpgsqlDbType.TimestampTz, IsNullable: false, p => InstantConverter.Format(p.UpdatedAt)),
        ["startDate"] = new("p.start_date", NpgsqlDbType.Date, IsNullable: true, p => p.StartDate?.ToString("yyyy-MM-dd")),
        ["dueDate"] = new("p.due_date", NpgsqlDbType.Date, IsNullable: true, p => p.DueDate?.ToString("yyyy-MM-dd")),
        ["name"] = new("lower(p.name)", NpgsqlDbType.Text, IsNullable: false, p => p.Name),
        ["key"] = new("p.key", NpgsqlDbType.Text, IsNullable: false, p => p.Key),
    };

    public static Problem Unknown => Problems.Invalid("sort", $"One of {string.Join(", ", Columns.Keys)} is expected, with - in front for descending order.");

    /// <summary>What a cursor belongs to.</summary>
    public string CursorName => IsDescending ? "-" + Name : Name;

    private string Direction => IsDescending ? "desc" : "asc";

    public string OrderBy => $"{By.Sql} {Direction}{(By.IsNullable ? " nulls last" : "")}, p.id {Direction}";

    public static bool TryParse(string? text, [NotNullWhen(true)] out ProjectSort? sort)
    {
        var name = text is null or "" ? "-createdAt" : text;
        var isDescending = name[0] == '-';
        name = isDescending ? name[1..] : name;
        sort = Columns.TryGetValue(name, out var column) ? new ProjectSort(name, isDescending, column) : null;
        return sort is not null;
    }

    public string CursorOf(Project last) => new Cursor(CursorName, By.ValueOf(last), last.Id).ToString();

    /// <summary>The condition of a page behind the cursor, over <c>@afterValue</c> and <c>@afterId</c>.</summary>
    public string Behind(bool isNull)
    {
        var after = IsDescending ? "<" : ">";
        var value = By.Type == NpgsqlDbType.Text && By.Sql.StartsWith("lower", StringComparison.Ordinal) ? "lower(@afterValue)" : "@afterValue";
        return isNull
            ? $"({By.Sql} is null and p.id {after} @afterId)"
            : $"(({By.Sql}, p.id) {after} ({value}, @afterId){(By.IsNullable ? $" or {By.Sql} is null" : "")})";
    }

    /// <summary>Reads a cursor's value; false when it is none of this column's.</summary>
    public bool TryRead(string? text, out object? value)
    {
        value = null;
        if (text is null)
        {
            return By.IsNullable;
        }

        value = By.Type switch
        {
            NpgsqlDbType.Text => text,
            NpgsqlDbType.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date) ? date : null,
            _ => InstantConverter.TryParse(text, out var instant) ? instant : null,
        };
        return value is not null;
    }

    internal sealed record Column(string Sql, NpgsqlDbType Type, bool IsNullable, Func<Project, string?> ValueOf);
}
