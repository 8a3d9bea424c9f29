using Waymark.Projects.Access;
using Waymark.Projects.Views;

namespace Waymark.Projects.Lifecycle;

/// <summary>
/// Undoes one's own change of a project by a new one: every field that it changed goes back to what it was. When somebody
/// changed one of these fields since, nothing is undone. Memberships and the creation itself have ways of their own back.
/// </summary>
internal static class UndoProjectChange
{
    private static readonly ProblemKind NotUndoable =
        ProblemKind.Unprocessable("not_undoable", "A creation is undone by deleting the project, a change of members by changing them again.");

    private static readonly ProblemKind UndoConflict =
        ProblemKind.Conflict("undo_conflict", "Something that this change touched was changed again since; undo that first.");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/projects/{id:guid}/changes/{changeId:guid}/undo", HandleAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(OpenProject.ProjectArchived, NotUndoable, UndoConflict, KeyReservation.KeyTaken, ProjectChange.WorkspaceDeleted).WithName(nameof(UndoProjectChange)).WithSummary("Undo an own change of a project");

    private static Task<Results<Answer<ProjectResponse>, Problem>> HandleAsync(Guid id, Guid changeId, Caller caller, ProjectChange change, CancellationToken ct) =>
        change.RunAsync(id, caller.Id, async (open, draft) =>
        {
            var events = await change.Db.Stream.AsNoTracking()
                .Where(e => e.StreamId == id && e.ChangeId == changeId && e.ActorId == caller.Id)
                .OrderByDescending(e => e.Version)
                .ToListAsync(ct);
            var concernsTrash = events.Exists(e => e.Type is ProjectEventTypes.Deleted or ProjectEventTypes.Restored);
            var refused = open.Demand(concernsTrash ? Permissions.ProjectDelete : Permissions.ProjectEdit);
            if (events.Count == 0 || (open.Project.DeletedAt is not null && (refused is not null || !concernsTrash)))
            {
                return Problems.NotFound("change of yours");
            }

            return refused ?? TakeBack(open.Project, draft, events)
                ?? (await ParentRules.CheckChangeAsync(change, open, draft, caller.Id, ct) is { } misplaced ? UndoConflict.Because(misplaced.Detail) : null)
                ?? (draft.Key == open.Project.Key ? null : await KeyReservation.ChangeAsync(change.Db, draft, draft.Key, ct));
        }, ProjectResponse.AnswerOf, ct, isTrashOpen: true);

    private static Problem? TakeBack(Project project, Project draft, List<StreamEvent> events)
    {
        if (events.Exists(e => e.Type == ProjectEventTypes.Created || MemberChanges.AreIn(e.Changes)))
        {
            return NotUndoable.Because();
        }

        foreach (var e in events)
        {
            var expected = draft.Draft();
            ProjectFields.Table.Apply(e.Changes, expected);
            if (ProjectFields.Table.Differing(expected, draft).Count > 0)
            {
                return UndoConflict.Because();
            }

            ProjectFields.Table.Apply(e.Changes, draft, isBackwards: true);
        }

        if (draft.DueDate < draft.StartDate)
        {
            return UndoConflict.Because("With what was changed since, the due date would lie before the start date.");
        }

        // What stays is read only in the archive, unless the undo itself opens it.
        return project.ArchivedAt is not null && draft.ArchivedAt is not null && draft.DeletedAt == project.DeletedAt
            ? new OpenProject(project, ProjectMember.OwnerRank).DemandWrite(Permissions.ProjectEdit)
            : null;
    }
}
