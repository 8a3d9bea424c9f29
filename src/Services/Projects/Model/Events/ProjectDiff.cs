namespace Waymark.Projects.Model.Events;

/// <summary>One event in the making: its type, the fields it tells of, and the member where it is about one.</summary>
internal sealed record ProjectStep(string Type, IReadOnlyList<StreamField<Project>> Fields, MemberChange? Member = null)
{
    /// <summary>Whether the published form differs from the stored one.</summary>
    public bool HasLongText => Fields.Any(f => f.IsLongText);

    public FieldChanges Changes(Project? before, Project draft, bool withOldTexts) => FieldChanges.Write(json =>
    {
        StreamFields<Project>.WriteChanges(json, Fields, before, draft, withOldTexts);
        if (Member is not null)
        {
            MemberChanges.WriteOne(json, Member);
        }
        else if (Type == ProjectEventTypes.Created)
        {
            MemberChanges.WriteAll(json, draft);
        }
    });
}

/// <summary>Turns the difference between a project and its draft into the events that record it.</summary>
internal static class ProjectDiff
{
    /// <summary>
    /// The events in the order in which they are appended: restored, unarchived, updated, members, archived, deleted. Each
    /// changed field stands in exactly one of them; a new project is one event with everything in it.
    /// </summary>
    public static IReadOnlyList<ProjectStep> Between(Project before, Project draft)
    {
        var changed = ProjectFields.Table.Differing(before, draft);
        if (before.Version == 0)
        {
            return [new ProjectStep(ProjectEventTypes.Created, changed)];
        }

        var members = MemberChanges.Between(before, draft).ToList();
        var owner = members.Count > 0 ? changed.Where(f => f.Name == ProjectFields.OwnerId).ToList() : [];
        var steps = (from field in changed.Except(owner) group field by TypeOf(field, draft) into fields select new ProjectStep(fields.Key, [.. fields]))
            .Concat(members.Select((member, i) => new ProjectStep(member.EventType, i == members.Count - 1 ? owner : [], member)));
        return [.. steps.OrderBy(step => Order(step.Type))];
    }

    private static string TypeOf(StreamField<Project> field, Project draft) => field.EventType switch
    {
        null => ProjectEventTypes.Updated,
        ProjectEventTypes.Archived when draft.ArchivedAt is null => ProjectEventTypes.Unarchived,
        ProjectEventTypes.Deleted when draft.DeletedAt is null => ProjectEventTypes.Restored,
        var type => type,
    };

    private static int Order(string type) => type switch
    {
        ProjectEventTypes.Restored => 0,
        ProjectEventTypes.Unarchived => 1,
        ProjectEventTypes.Updated => 2,
        ProjectEventTypes.Archived => 4,
        ProjectEventTypes.Deleted => 5,
        _ => 3,
    };
}
