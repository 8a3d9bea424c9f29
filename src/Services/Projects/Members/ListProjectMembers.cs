using Waymark.Contracts.Users;
using Waymark.Projects.Access;

namespace Waymark.Projects.Members;

/// <summary>The members in the order in which they joined; those who manage them see open invitations behind.</summary>
internal static class ListProjectMembers
{
    private const string Sort = "joinedAt";

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

        Cursor? from = null;
        if (cursor is not null && !(Cursor.TryParse(cursor, Sort, out from) && InstantConverter.TryParse(from.Value, out _)))
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
        var start = from is null ? 0 : rows.FindIndex(r => r.Id == from.Id) + 1;
        var page = Page<Row>.Of(rows.GetRange(start, Math.Min(size + 1, rows.Count - start)), size, r => new Cursor(Sort, InstantConverter.Format(r.At), r.Id).ToString());
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
    }
}
