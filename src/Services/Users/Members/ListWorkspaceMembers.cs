using Waymark.Users.Access;
using Waymark.Users.Invitations;

namespace Waymark.Users.Members;

/// <summary>The members in the order in which they joined; those who manage them see open invitations behind.</summary>
internal static class ListWorkspaceMembers
{
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

        Row? last = null;
        if (cursor is not null && (last = Row.Read(cursor)) is null)
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
            rows.AddRange((await ListWorkspaceInvitations.Open(door.Db, id).ToListAsync(ct)).Select(i => new Row(true, i.CreatedAt, i.Id, null, i)));
        }

        rows.Sort((a, b) => a.Key.CompareTo(b.Key));
        var behind = last is null ? rows : rows.Where(r => r.Key.CompareTo(last.Key) > 0);
        var page = Page<Row>.Of([.. behind.Take(size + 1)], size, r => r.Cursor);
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

        /// <summary>The kind stands with the time, so that a page goes on behind a row that is gone by now.</summary>
        public string Cursor => new Platform.Http.Cursor(SortOf(IsInvited), InstantConverter.Format(At), Id).ToString();

        public static Row? Read(string cursor)
        {
            foreach (var isInvited in (bool[])[false, true])
            {
                if (Platform.Http.Cursor.TryParse(cursor, SortOf(isInvited), out var from) && InstantConverter.TryParse(from.Value, out var at))
                {
                    return new Row(isInvited, at, from.Id, null, null);
                }
            }

            return null;
        }

        private static string SortOf(bool isInvited) => isInvited ? "invitedAt" : "joinedAt";
    }
}
