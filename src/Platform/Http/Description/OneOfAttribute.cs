using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Waymark.Platform.Http;

/// <summary>
/// The words that a text may be. Requests are checked by it, answers described. What is left out is another matter:
/// <see cref="RequiredAttribute"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class OneOfAttribute : ValidationAttribute
{
    /// <summary>These words.</summary>
    public OneOfAttribute(params string[] words) => Words = words;

    /// <summary>The words that a type lists in its field <c>All</c>.</summary>
    public OneOfAttribute(Type owner)
    {
        Owner = owner;
        Words = owner.GetField("All", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as IReadOnlyList<string>
            ?? throw new ArgumentException($"{owner} has no list All.", nameof(owner));
    }

    /// <summary>The type that lists the words; null when they are given.</summary>
    public Type? Owner { get; }

    /// <summary>The words.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <inheritdoc />
    public override bool IsValid(object? value) => value is null || (value is string text && Words.Contains(text, StringComparer.Ordinal));
}
