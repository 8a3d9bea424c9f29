namespace Waymark.Contracts.Projects;

/// <summary>When a task needs a value of a custom field, as it stands on the wire.</summary>
public static class CustomFieldRequirements
{
    /// <summary>It may always go without.</summary>
    public const string Never = "never";

    /// <summary>It is not made without, and not completed without.</summary>
    public const string Creation = "creation";

    /// <summary>It is not completed without.</summary>
    public const string Completion = "completion";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Never, Creation, Completion];
}
