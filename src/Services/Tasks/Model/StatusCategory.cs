namespace Waymark.Tasks.Model;

/// <summary>The five categories of workflow states, as they stand on the wire.</summary>
internal static class StatusCategory
{
    public const string Completed = "completed";
    public const string Cancelled = "cancelled";

    public static readonly IReadOnlyList<string> All = ["backlog", "unstarted", "started", Completed, Cancelled];

    /// <summary>Whether nothing is left to do in a state of this category.</summary>
    public static bool IsClosed(string category) => category is Completed or Cancelled;
}
