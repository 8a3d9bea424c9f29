using Waymark.Contracts.Tasks;
using Waymark.Platform.Messaging.Sagas;
using Waymark.Projects.CustomFields;
using Waymark.Projects.Erasure;
using Waymark.Projects.Lifecycle;
using Waymark.Projects.Milestones;
using Waymark.Projects.Parts;
using Waymark.Projects.Types;
using Waymark.Projects.Workflows;

namespace Waymark.Projects.Templates;

/// <summary>
/// Makes a project from a template, service by service. It begins as <see cref="Project.InTheMaking"/>, with its owner alone and seen by
/// nobody; only when its tasks are there it comes into sight and its members come in, in one commit. When something fails, all of it is erased.
/// </summary>
internal sealed class ProjectFromTemplate(ProjectsDbContext db)
{
    private const string IsGone = "The project, or its workspace, was deleted meanwhile.";

    /// <summary>Longer than all quick retries of a consumer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public static SagaPlan<ProjectFromTemplate, InstantiationState> Plan { get; } =
        new SagaPlan<ProjectFromTemplate, InstantiationState>("project-from-template", TemplateJson.Stored.InstantiationState)
            .Step("project", (saga, run, ct) => saga.BeginAsync(run, ct))
            .UndoneBy((saga, run, ct) => saga.EraseAsync(run.State.ProjectId, ct))
            .Step("milestones", (saga, run, _) => saga.AddMilestones(run.State))
            .Step("tasks", (saga, run, ct) => saga.AskForTasksAsync(run, ct))
            .Awaits<PlannedTasksAnswered>(e => KeyOf(e.InstantiationId), Take)
            .Within(Patience)
            .Step("opening", (saga, run, ct) => saga.OpenAsync(run, ct));

    /// <summary>There is one saga for each use of a template.</summary>
    public static string KeyOf(Guid instantiationId) => instantiationId.ToString();

    private static void Take(SagaRun<InstantiationState> run, PlannedTasksAnswered answer)
    {
        if (answer.Refusal is { } refusal)
        {
            Refuse(run, refusal);
        }
    }

    private static void Refuse(SagaRun<InstantiationState> run, string reason)
    {
        run.State.Refusal = reason;
        run.Fail(reason);
    }

    private async Task BeginAsync(SagaRun<InstantiationState> run, CancellationToken ct)
    {
        var state = run.State;
        var project = new Project { Id = state.ProjectId, WorkspaceId = state.WorkspaceId };
        var draft = DraftOf(project, state);
        (draft.Key, var taken) = await KeyReservation.ReserveAsync(db, state.WorkspaceId, state.ProjectId, state.Key, state.Name, ct);
        if (taken is not null)
        {
            Refuse(run, taken.Detail);
            return;
        }

        db.Projects.Add(project);
        db.Record(project, draft);
        AddLabels(state);
        AddFields(project, state);
    }

    private void AddFields(Project project, InstantiationState state)
    {
        var fields = (state.Content.CustomFields ?? [])
            .Select(input => (Input: input, Field: new CustomField { Id = state.FieldIds[Label.Fold(input.Name!)], ProjectId = project.Id, WorkspaceId = project.WorkspaceId, CreatedAt = db.Scope.Now }))
            .ToList();
        FieldFormulas.CopyAll(fields);
        foreach (var (_, field) in fields)
        {
            Add(CustomFieldResponse.Kind, field);
        }
    }

    private static Project DraftOf(Project project, InstantiationState state)
    {
        var (draft, content) = (project.Draft(), state.Content);
        new ProjectInput
        {
            Name = state.Name,
            Description = content.Description,
            Color = content.Color,
            Icon = string.IsNullOrWhiteSpace(content.Icon) ? null : content.Icon.Trim(),
            StartDate = state.DayOf(content.StartInDays),
            DueDate = state.DayOf(content.DueInDays),
        }.CopyTo(draft);
        draft.TimeZone = state.TimeZone;
        draft.WorkflowJson = content.Workflow is { } states ? EditWorkflow.Write(states) : WorkflowStates.Default;
        draft.TaskTypesJson = content.TaskTypes is { } types ? EditTaskTypes.Write(types) : null;
        draft.SetRole(state.OwnerId, ProjectRoles.Owner);
        draft.DeletedAt = Project.InTheMaking;
        return draft;
    }

    private void AddLabels(InstantiationState state)
    {
        var colors = new List<string>();
        foreach (var (name, color, group, isExclusive) in state.Labels())
        {
            var label = Label.Of(db.Scope.Now, state.ProjectId, state.WorkspaceId, name, colors, color);
            (label.Group, label.IsExclusive) = (Label.GroupOf(group), isExclusive);
            colors.Add(label.Color);
            db.Labels.Add(label);
            db.Publish(label, new LabelCreated(state.ProjectId, label.Id, label.Name, label.Color, FieldChanges.Of("name", null, label.Name), label.ExclusiveGroup));
        }
    }

    private Task AddMilestones(InstantiationState state)
    {
        foreach (var planned in state.Content.Milestones ?? [])
        {
            var milestone = new Milestone { Id = state.MilestoneIds[planned.Name!.Trim()], ProjectId = state.ProjectId, WorkspaceId = state.WorkspaceId, CreatedAt = db.Scope.Now };
            new MilestoneInput
            {
                Name = planned.Name,
                Description = planned.Description,
                StartDate = state.DayOf(planned.StartInDays),
                DueDate = state.DayOf(planned.DueInDays),
            }.CopyTo(milestone, db.Scope.Now);
            Add(MilestoneResponse.Kind, milestone);
        }

        return Task.CompletedTask;
    }

    private async Task AskForTasksAsync(SagaRun<InstantiationState> run, CancellationToken ct)
    {
        if (await FindAsync(run.State.ProjectId, ct) is { } project)
        {
            run.Publish(new PlannedTasksRequested(run.Id, ProjectPublication.StateOf(project), run.State.Fields(), run.State.Tasks()));
        }
        else
        {
            Refuse(run, IsGone);
        }
    }

    private async Task OpenAsync(SagaRun<InstantiationState> run, CancellationToken ct)
    {
        var state = run.State;
        if (await WorkspaceStore.IsDeletedAsync(db, state.WorkspaceId, ct) || await FindAsync(state.ProjectId, ct) is not { } project)
        {
            Refuse(run, IsGone);
            return;
        }

        var draft = project.Draft();
        draft.DeletedAt = null;
        foreach (var member in (state.Content.Members ?? []).Where(m => m.UserId != state.OwnerId))
        {
            draft.SetRole(member.UserId!.Value, member.Role!);
        }

        db.Record(project, draft);
        var use = await db.Instantiations.SingleAsync(u => u.Id == run.Id, ct);
        use.CompletedAt = db.Scope.Now;
    }

    /// <summary>Labels, fields and milestones go with the row, the tasks with the event; there may be nothing, because the step itself failed.</summary>
    private async Task EraseAsync(Guid projectId, CancellationToken ct)
    {
        if (await FindAsync(projectId, ct) is not { } project)
        {
            return;
        }

        ProjectEnd.Put(db, project);
        await db.Stream.Where(e => e.StreamId == projectId).ExecuteDeleteAsync(ct);
        db.PublishAlone("project_erasure", new ProjectErased(projectId));
    }

    private Task<Project?> FindAsync(Guid projectId, CancellationToken ct) =>
        db.Projects.Include(p => p.Members).FirstOrDefaultAsync(p => p.Id == projectId, ct);

    private void Add<T, TResponse>(PartKind<T, TResponse> kind, T part)
        where T : class, IProjectPart
    {
        db.Set<T>().Add(part);
        db.Publish(part, kind.Created(part, StreamFields<T>.Changes(kind.Fields.All, null, part, withOldTexts: false)));
    }
}
