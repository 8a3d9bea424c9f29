using Waymark.Contracts.Users;
using Waymark.Projects.Access;

namespace Waymark.Projects.Members;

/// <summary>The members in the order in which they joined; those who manage them see open invitations behind.</summary>
internal static class ListProjectMembers
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/projects/{id:guid}/members", ListAsync).RequirePermission(Permissions.ProjectRead)
            .WithName(nameof(ListProjectMembers)).WithSummary("List the members of a project");
        routes.MapGet("/api/projects/{id:guid}/members/{userId:guid}", GetAsync).RequirePermission(Permissions.ProjectRead)
            .WithName("GetProjectMember").WithSummary("Read one member of a project");
    }

    private static async Task<Results<Answer<Page<ProjectMemberResponse>>, Problem>> ListAsync(
        Guid id, int? limit, string? cursor, Caller caller, ProjectDoor door, ProjectsDbContext db, IUserDirectory directory, CancellationToken ct)
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
            return Problems.NotFound("project");
        }

        var rows = open.Project.Members.ConvertAll(m => new Row(false, m.JoinedAt, m.UserId, m, null));
        if (open.Demand(Permissions.ProjectMembersManage) is null)
        {
            var now = db.Scope.Now;
            var invitations = await db.Invitations.AsNoTracking().Where(i => i.ProjectId == id && i.ExpiresAt > now).ToListAsync(ct);
            rows.AddRange(invitations.Select(i => new Row(true, i.CreatedAt, i.Id, null, i)));
        }

        rows.Sort((a, b) => a.Key.CompareTo(b.Key));
        var behind = last is null ? rows : rows.Where(r => r.Key.CompareTo(last.Key) > 0);
        var page = Page<Row>.Of([.. behind.Take(size + 1)], size, r => r.Cursor);
        var people = (await directory.FindAsync([.. page.Items.Where(r => r.Member is not null).Select(r => r.Id)], ct)).ToDictionary(p => p.Id);
        return Answers.Ok(new Page<ProjectMemberResponse>(
            [
                .. page.Items.Select(r => r.Member is { } member
                    ? ProjectMemberResponse.Of(member, people.GetValueOrDefault(member.UserId))
                    : ProjectMemberResponse.Of(r.Invitation!)),
            ],
            page.NextCursor));
    }

    private static async Task<Results<Answer<ProjectMemberResponse>, Problem>> GetAsync(
        Guid id, Guid userId, Caller caller, ProjectDoor door, IUserDirectory directory, CancellationToken ct)
    {
        if (await door.FindAsync(id, caller.Id, ct) is not { } open)
        {
            return Problems.NotFound("project");
        }

        if (open.Project.Members.Find(m => m.UserId == userId) is not { } member)
        {
            return Problems.NotFound("member");
        }

        var person = await directory.FindAsync([userId], ct) is [var found] ? found : null;
        return Answers.Ok(ProjectMemberResponse.Of(member, person));
    }

    /// <summary>A line of the list: members first, each kind by time.</summary>
    private sealed record Row(bool IsInvited, DateTimeOffset At, Guid Id, ProjectMember? Member, Invitation? Invitation)
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
