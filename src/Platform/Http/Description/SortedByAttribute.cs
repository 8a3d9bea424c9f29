namespace Waymark.Platform.Http;

/// <summary>The members by which a list can be sorted, each rising or, with <c>-</c> in front, falling.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class SortedByAttribute(params string[] members) : Attribute
{
    /// <summary>The members; the first, falling, is the order when nothing is asked for.</summary>
    public IReadOnlyList<string> Members { get; } = members;
}
