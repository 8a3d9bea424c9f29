using Waymark.Users.Access;
using Waymark.Users.Invitations;

namespace Waymark.Users.Members;

/// <summary>The members in the order in which they joined; those who manage them see open invitations behind.</summary>
internal static class ListWorkspaceMembers
{
    private const string Sort = "joinedAt";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/workspaces/{id:guid}/members", ListAsync).RequirePermission(Permissions.WorkspaceRead)
            .WithName(nameof(ListWorkspaceMembers)).WithSummary("List the members of a workspace");
        routes.MapGet("/api/workspaces/{id:guid}/members/{userId:guid}", GetAsync).RequirePermission(Permissions.WorkspaceRead)
            .WithName("GetWorkspaceMember").WithSummary("Read one member of a workspace");
    }

    private static async Task<Results<Answer<Page<WorkspaceMemberResponse>>, Problem>> ListAsync(
        Guid id, int? limit, string? cursor, Caller caller, WorkspaceDoor door, CancellationToken ct)
    {
        if (PageLimit.Check(limit, out var size) is { } wrong)
        {
            return wrong;
        }

        Cursor? from = null;
        if (cursor is not null && !(Cursor.TryParse(cursor, Sort, out from) && InstantConverter.TryParse(from.Value, out _)))
        {
            return Cursor.Invalid;
        }

        if (await door.FindAsync(id, caller.Id, ct) is not { } open)
        {
            return Problems.NotFound("workspace");
        }

        var rows = open.Workspace.Members.ConvertAll(m => new Row(false, m.JoinedAt, m.UserId, m, null));
        if (open.Demand(Permissions.WorkspaceMembersManage) is null)
        {
            rows.AddRange((await ListWorkspaceInvitations.OpenAsync(door.Db, id, ct)).Select(i => new Row(true, i.CreatedAt, i.Id, null, i)));
        }

        rows.Sort((a, b) => a.Key.CompareTo(b.Key));
        var start = from is null ? 0 : rows.FindIndex(r => r.Id == from.Id) + 1;
        var page = Page<Row>.Of(rows.GetRange(start, Math.Min(size + 1, rows.Count - start)), size, r => new Cursor(Sort, InstantConverter.Format(r.At), r.Id).ToString());
        var ids = page.Items.Select(r => r.Id).ToList();
        var people = await door.Db.Profiles.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        return Answers.Ok(new Page<WorkspaceMemberResponse>(
            [
                .. page.Items.Select(r => r.Member is { } member
                    ? Of(member, people.GetValueOrDefault(member.UserId))
                    : WorkspaceMemberResponse.Of(r.Invitation!)),
            ],
            page.NextCursor));
    }

    private static async Task<Results<Answer<WorkspaceMemberResponse>, Problem>> GetAsync(
        Guid id, Guid userId, Caller caller, WorkspaceDoor door, CancellationToken ct)
    {
        if (await door.FindAsync(id, caller.Id, ct) is not { } open)
        {
            return Problems.NotFound("workspace");
        }

        if (open.Workspace.Find(userId) is not { } member)
        {
            return Problems.NotFound("member");
        }

        return Answers.Ok(Of(member, await door.Db.Profiles.AsNoTracking().FirstOrDefaultAsync(p => p.Id == userId, ct)));
    }

    private static WorkspaceMemberResponse Of(WorkspaceMember member, Profile? person) =>
        WorkspaceMemberResponse.Of(member, person?.DisplayName, person?.AvatarUrl, person?.Email);

    /// <summary>A line of the list: members first, each kind by time.</summary>
    private sealed record Row(bool IsInvited, DateTimeOffset At, Guid Id, WorkspaceMember? Member, WorkspaceInvitation? Invitation)
    {
        public (bool IsInvited, DateTimeOffset At, Guid Id) Key => (IsInvited, At, Id);
    }
}
