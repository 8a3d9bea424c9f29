using System.Text.Json;
using Waymark.Contracts.Tasks;
using Waymark.Projects.CustomFields;
using Waymark.Projects.Labels;
using Waymark.Projects.Types;
using Waymark.Projects.Workflows;

namespace Waymark.Projects.Templates;

/// <summary>
/// Describes a project as the content of a template. Days are counted from its start, or else from the day on which it was made; who is
/// not in the workspace any more is left out.
/// </summary>
internal sealed class ProjectPattern(Project project, IReadOnlySet<Guid> present, IReadOnlyList<Milestone> milestones, IReadOnlyList<CustomField> fields)
{
    private readonly DateOnly _first = project.StartDate ?? DateOnly.FromDateTime(project.CreatedAt.UtcDateTime);
    private readonly Dictionary<Guid, string> _milestones = Distinct(milestones);
    private readonly Dictionary<Guid, CustomField> _fields = fields.ToDictionary(f => f.Id);
    private readonly List<string> _types = [.. TypesOfTasks.Parse(project.TaskTypesJson).Select(t => t.Key)];

    public static async Task<TemplateContent> ReadAsync(
        ProjectsDbContext db, Project project, IReadOnlySet<Guid> present, IReadOnlyList<TaskPlan> tasks, CancellationToken ct)
    {
        var milestones = await db.Set<Milestone>().AsNoTracking().Where(m => m.ProjectId == project.Id).OrderBy(m => m.Id).ToListAsync(ct);
        var fields = await db.Set<CustomField>().AsNoTracking().Where(f => f.ProjectId == project.Id).OrderBy(f => f.Id).ToListAsync(ct);
        var labels = await db.Labels.AsNoTracking().Where(l => l.ProjectId == project.Id).OrderBy(l => l.Folded).ToListAsync(ct);
        return new ProjectPattern(project, present, milestones, fields).Describe(labels, tasks);
    }

    private TemplateContent Describe(List<Label> labels, IReadOnlyList<TaskPlan> tasks)
    {
        var refs = tasks.Select((t, i) => (t.Id, Ref: $"t{i + 1}")).ToDictionary(t => t.Id, t => t.Ref);
        return new TemplateContent
        {
            Description = project.Description,
            Color = project.Color,
            Icon = project.Icon,
            StartInDays = DaysTo(project.StartDate),
            DueInDays = DaysTo(project.DueDate),
            Members = [.. project.Members.Where(m => present.Contains(m.UserId)).Select(m => new TemplateMember { UserId = m.UserId, Role = m.Role })],
            Workflow = [.. WorkflowStates.Parse(project.WorkflowJson).Select(s => new WorkflowStateInput(s.Key, s.Name, s.Category, s.Order, s.Next, s.Guards, s.RequiredFields, s.Approval))],
            TaskTypes = project.TaskTypesJson is null ? null : [.. TypesOfTasks.Parse(project.TaskTypesJson).Select(t => new TaskTypeInput(t.Key, t.Name, t.Icon, t.Color))],
            Labels = [.. labels.Select(l => LabelInput.Of(l) with { Exclusive = l.Group is null ? null : l.IsExclusive })],
            CustomFields = [.. FieldInputs()],
            Milestones =
            [
                .. milestones.Select(m => new TemplateMilestone { Name = _milestones[m.Id], Description = m.Description, StartInDays = DaysTo(m.StartDate), DueInDays = DaysTo(m.DueDate) }),
            ],
            Tasks = [.. tasks.Select(t => TaskOf(t, refs) with { Labels = FirstOfEach(labels, t.Labels) })],
        };
    }

    private IEnumerable<CustomFieldInput> FieldInputs()
    {
        var formulas = new FieldFormulas(fields);
        foreach (var field in fields)
        {
            formulas.FillIn(field);
        }

        return fields.Select(CustomFieldInput.Of);
    }

    private TemplateTask TaskOf(TaskPlan t, Dictionary<Guid, string> refs) => TaskOf(t, t.Type is { } type && _types.Contains(type) ? type : null, refs);

    private TemplateTask TaskOf(TaskPlan t, string? type, Dictionary<Guid, string> refs) => new()
    {
        Ref = refs[t.Id],
        Parent = t.ParentId is { } parent ? refs[parent] : null,
        Title = t.Title,
        Description = t.Description,
        Type = type,
        Priority = t.Priority,
        Difficulty = t.Difficulty,
        EstimateMinutes = t.EstimateMinutes,
        DurationMinutes = t.DurationMinutes,
        StartInDays = DaysTo(t.StartOn),
        DueInDays = DaysTo(t.DueOn),
        DeadlineInDays = DaysTo(t.DeadlineOn),
        AssigneeIds = [.. t.AssigneeIds.Where(id => present.Contains(id) && project.RankOf(id) > 0)],
        Milestone = t.MilestoneId is { } milestone ? _milestones.GetValueOrDefault(milestone) : null,
        Steps = [.. t.Steps.Select(s => new TemplateTaskStep { Title = s.Title, DueInDays = DaysTo(s.DueOn), Required = s.Required })],
        CustomFields = t.CustomValues.Where(v => IsOf(v.FieldId, type ?? _types[0])).ToDictionary(v => _fields[v.FieldId].Name, v => Read(v.Json), StringComparer.Ordinal),
        Dependencies = [.. t.Dependencies.Select(d => new TemplateDependency { Ref = refs[d.TaskId], Type = d.Type, Link = d.Link, LagMinutes = d.LagMinutes })],
    };

    /// <summary>Tasks may carry several labels of a group that became exclusive since; those of a template do not.</summary>
    private static string[] FirstOfEach(List<Label> known, IReadOnlyList<string> labels) =>
        [.. labels.DistinctBy(name => known.Find(l => l.Folded == Label.Fold(name)) is { ExclusiveGroup: { } group } ? (group, null) : ((string?)null, (string?)name))];

    private bool IsOf(Guid fieldId, string type) =>
        _fields.TryGetValue(fieldId, out var field) && (field.TaskTypes.Length == 0 || field.TaskTypes.Contains(type, StringComparer.Ordinal));

    private int? DaysTo(DateOnly? day) => day is { } date ? Math.Clamp(date.DayNumber - _first.DayNumber, -TemplateDays.Most, TemplateDays.Most) : null;

    /// <summary>Tasks of a template name milestones by their names, so of two with the same name the second gets a number.</summary>
    private static Dictionary<Guid, string> Distinct(IReadOnlyList<Milestone> milestones)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return milestones.ToDictionary(m => m.Id, m => Enumerable.Range(1, milestones.Count + 1)
            .Select(n => n == 1 ? m.Name : $"{m.Name[..Math.Min(m.Name.Length, Milestone.MaxNameLength - 6)]} ({n})").First(taken.Add));
    }

    private static JsonElement Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
