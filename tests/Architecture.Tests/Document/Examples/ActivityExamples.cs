namespace Waymark.Architecture.Tests.Document.Examples;

/// <summary>The sealed log of what happened.</summary>
internal static class ActivityExamples
{
    public static readonly IReadOnlyDictionary<string, string> Values = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["entryId"] = "null",
        ["ActivityVerification.fault"] = "null",
        ["head"] = "\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"",
        ["isIntact"] = "true",
        ["seal"] = "null",
    };
}
