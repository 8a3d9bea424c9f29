namespace Waymark.Services.Tests.Access;

/// <summary>One row of the matrix: a route, and the status that each caller is answered.</summary>
public sealed record MatrixRow(string Method, string Pattern, IReadOnlyList<int> Expected)
{
    public override string ToString() => $"{Method} {Pattern}";
}

/// <summary>The hand-written expectations.</summary>
internal static class AccessMatrix
{
    /// <summary>The callers, in the order of the columns.</summary>
    public static readonly IReadOnlyList<string> Callers =
        ["anonymous", "stranger", "foreign owner", "viewer", "contributor", "manager", "owner", "workspace admin", "administrator", "expired"];

    public static IReadOnlyList<MatrixRow> Rows { get; } =
    [
        .. from line in File.ReadLines(Repository.PathOf("tests", "Services.Tests", "Access", "matrix.txt"))
           where line.Length > 0 && line[0] != '#'
           let parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
           select new MatrixRow(parts[0], parts[1], [.. parts.Skip(2).Select(int.Parse)]),
    ];
}
