namespace Waymark.Contracts.Projects;

/// <summary>What has become of a time sheet, as it stands on the wire.</summary>
public static class TimeSheetStates
{
    public const string Open = "open";
    public const string Submitted = "submitted";
    public const string Approved = "approved";
    public const string Rejected = "rejected";

    /// <summary>All states in their usual order.</summary>
    public static readonly IReadOnlyList<string> All = [Open, Submitted, Approved, Rejected];
}
