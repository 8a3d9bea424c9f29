using System.Security.Cryptography;
using System.Text;

namespace Waymark.Contracts.Users;

/// <summary>What is left of an erased person: an id without a name, so that what they wrote stays readable.</summary>
public static class ErasedPerson
{
    /// <summary>The name that stands where theirs stood.</summary>
    public const string Name = "Deleted person";

    /// <summary>How an address is told to services that must find it without being told it: SHA-256 of it in lower case, in hex.</summary>
    public static string HashOf(string foldedAddress) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(foldedAddress)));

    /// <summary>A regular expression that finds mentions of a person, as .NET and PostgreSQL read it.</summary>
    public static string MentionPattern(Guid userId) => $@"@\[[^]\[\n]+\]\(user:{userId}\)";

    /// <summary>The mention that takes their place.</summary>
    public static string Mention(Guid userId) => $"@[{Name}](user:{userId})";

    /// <summary>The keys of the events that are about a person; the personal workspace has its person's id.</summary>
    public static IReadOnlyList<string> EventKeys(Guid userId) => [$"user:{userId}", $"profile:{userId}", $"workspace:{userId}"];
}
