using Waymark.Users.Access;

namespace Waymark.Users.Workspaces;

/// <summary>A workspace as its members see it; <c>role</c> is the caller's.</summary>
public sealed record WorkspaceResponse(
    Guid Id,
    string Name,
    string Slug,
    [property: OneOf("personal", "team")] string Kind,
    [property: OneOf(typeof(WorkspaceRoles))] string Role,
    string TimeZone,
    int MemberCount,
    DateTimeOffset CreatedAt,
    long Version)
{
    internal static WorkspaceResponse Of(Workspace w, int rank, int memberCount) =>
        new(w.Id, w.Name, w.Slug, w.Kind, WorkspaceRoles.OfRank(rank), w.TimeZone, memberCount, w.CreatedAt, w.Version);

    internal static Answer<WorkspaceResponse> AnswerOf(OpenWorkspace open) =>
        Answers.Ok(Of(open.Workspace, open.Rank, open.Workspace.Members.Count), open.Workspace.Version);
}

/// <summary>The writable members of a workspace. A slug left out is made from the name in a creation and kept otherwise.</summary>
public sealed record WorkspaceInput
{
    [Required, TrimmedLength(Workspace.MaxNameLength)]
    public string? Name { get; init; }

    [RegularExpression(Slugs.Pattern, ErrorMessage = "1 to 48 of the characters a-z, 0-9 and - are expected.")]
    public string? Slug { get; init; }

    [StringLength(Places.MaxTimeZoneLength)]
    public string? TimeZone { get; init; }
}
