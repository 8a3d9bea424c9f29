using System.ComponentModel.DataAnnotations;

namespace Waymark.Platform.Http;

/// <summary>
/// How long a text may be from whose ends blanks are taken away before it is kept, as from titles and names: those do not count.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class TrimmedLengthAttribute(int maximumLength) : StringLengthAttribute(maximumLength)
{
    /// <inheritdoc />
    public override bool IsValid(object? value) => base.IsValid(value is string text ? text.Trim() : value);
}
