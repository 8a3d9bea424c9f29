using static Waymark.Architecture.Tests.Document.Examples.ExampleIds;

namespace Waymark.Architecture.Tests.Document.Examples;

/// <summary>What people write to each other.</summary>
internal static class CommentExamples
{
    public static readonly IReadOnlyDictionary<string, string[]> RequestMembers = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["AddCommentRequest"] = ["body"],
    };

    public static readonly IReadOnlyDictionary<string, string> Values = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["authorId"] = Ada,
        ["body"] = $"\"Ready when the oven is. @[Grace](user:{Grace[1..^1]}) will you have a look?\"",
        ["CommentResponse.id"] = Comment,
        ["CommentResponse.parentId"] = "null",
        ["editedAt"] = "null",
        ["mentionedUserIds"] = $"[{Grace}]",
    };
}
