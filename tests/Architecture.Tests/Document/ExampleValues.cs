using Waymark.Architecture.Tests.Document.Examples;

namespace Waymark.Architecture.Tests.Document;

/// <summary>Realistic values by the names of members; where a name means several things, by the schema as well. Raw JSON, one table per service.</summary>
internal static class ExampleValues
{
    /// <summary>The members of requests that somebody would write; all where nothing is said.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> RequestMembers = Union(
        ProjectExamples.RequestMembers,
        TaskExamples.RequestMembers,
        CommentExamples.RequestMembers,
        UserExamples.RequestMembers,
        OperationsExamples.RequestMembers);

    private static readonly Dictionary<string, string> Values = Union(
        SharedExamples.Values,
        IdentityExamples.Values,
        UserExamples.Values,
        ProjectExamples.Values,
        TaskExamples.Values,
        CommentExamples.Values,
        NotificationExamples.Values,
        ActivityExamples.Values,
        OperationsExamples.Values);

    public static string? Find(string schema, string member) => Values.GetValueOrDefault(schema.Length == 0 ? member : $"{schema}.{member}");

    /// <summary>The tables as one; a name stands in one of them only.</summary>
    private static Dictionary<string, T> Union<T>(params IReadOnlyDictionary<string, T>[] tables) =>
        tables.SelectMany(table => table).ToDictionary(StringComparer.Ordinal);
}
