using Waymark.Contracts.Projects;
using Waymark.Tasks.Definitions;
using Waymark.Tasks.SavedViews;

namespace Waymark.Tasks.Reactions;

/// <summary>
/// Keeps the copy of a project's custom fields. Values stand under the ids of fields, so no task is written: a field that is gone is
/// not shown. Saved views name fields; there a new name is written.
/// </summary>
internal sealed class KeepCustomFields(TasksDbContext db)
    : IEventHandler<CustomFieldCreated>, IEventHandler<CustomFieldUpdated>, IEventHandler<CustomFieldDeleted>
{
    public Task HandleAsync(CustomFieldCreated e, EventContext context, CancellationToken ct) => ProjectFields.KeepAsync(db, e.Field, isGone: false, ct);

    public async Task HandleAsync(CustomFieldUpdated e, EventContext context, CancellationToken ct)
    {
        await ProjectFields.KeepAsync(db, e.Field, isGone: false, ct);
        await RenameInViews.OfFields.FollowAsync(db, e, e.Field.Id, ct);
        await db.SaveChangesAsync(ct);
    }

    public Task HandleAsync(CustomFieldDeleted e, EventContext context, CancellationToken ct) => ProjectFields.KeepAsync(db, e.Field, isGone: true, ct);
}
