namespace Waymark.Projects.Erasure;

/// <summary>Ends a project for good.</summary>
internal static class ProjectEnd
{
    /// <summary>Removes the row. Its last event has no name and no members in it, so that the copies of other services forget them.</summary>
    public static void Put(ProjectsDbContext db, Project project)
    {
        var state = ProjectPublication.StateOf(project) with { Name = "", State = ProjectState.Deleted, Members = [], Version = project.Version + 1 };
        db.Publish(project, new ProjectDeleted(state, FieldChanges.Of("deletedAt", null, InstantConverter.Format(db.Scope.Now))));
        db.Projects.Remove(project);
    }
}
