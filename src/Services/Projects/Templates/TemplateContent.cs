using System.Text.Json;
using System.Text.Json.Serialization;
using Waymark.Contracts.Tasks;
using Waymark.Contracts.Templates;
using Waymark.Projects.CustomFields;
using Waymark.Projects.Labels;
using Waymark.Projects.Types;
using Waymark.Projects.Workflows;

namespace Waymark.Projects.Templates;

/// <summary>
/// What a project gets from a template. <c>{{name}}</c> stands for a variable in descriptions, milestones, tasks and steps; days are
/// counted from the day on which the template is used.
/// </summary>
public sealed record TemplateContent
{
    /// <summary>The description of the project.</summary>
    [StringLength(Project.MaxDescriptionLength)]
    public string? Description { get; init; }

    /// <summary>Its colour; one of its own when left out.</summary>
    [RegularExpression(Palette.Pattern, ErrorMessage = "A colour such as #46a758 is expected.")]
    public string? Color { get; init; }

    /// <summary>Its icon.</summary>
    [TrimmedLength(64)]
    public string? Icon { get; init; }

    /// <summary>When the project starts.</summary>
    [Range(-TemplateDays.Most, TemplateDays.Most)]
    public int? StartInDays { get; init; }

    /// <summary>When the project is due.</summary>
    [Range(-TemplateDays.Most, TemplateDays.Most)]
    public int? DueInDays { get; init; }

    /// <summary>Who becomes a member besides the person who uses the template and owns the project. Who has left the workspace stays away.</summary>
    [MaxLength(200)]
    public IReadOnlyList<TemplateMember>? Members { get; init; }

    /// <summary>The states of the workflow; the usual ones when left out.</summary>
    [MaxLength(WorkflowStates.Max)]
    public IReadOnlyList<WorkflowStateInput>? Workflow { get; init; }

    /// <summary>The types of tasks; the usual ones when left out.</summary>
    [MaxLength(TypesOfTasks.Max)]
    public IReadOnlyList<TaskTypeInput>? TaskTypes { get; init; }

    /// <summary>Labels; those that only tasks name are made, too.</summary>
    [MaxLength(200)]
    public IReadOnlyList<LabelInput>? Labels { get; init; }

    /// <summary>The custom fields of its tasks.</summary>
    [MaxLength(CustomField.MaxInProject)]
    public IReadOnlyList<CustomFieldInput>? CustomFields { get; init; }

    /// <summary>Milestones, each with a name of its own.</summary>
    [MaxLength(200)]
    public IReadOnlyList<TemplateMilestone>? Milestones { get; init; }

    /// <summary>Tasks, in the order in which they are numbered.</summary>
    [MaxLength(TaskPlan.MostAtOnce)]
    public IReadOnlyList<TemplateTask>? Tasks { get; init; }

    /// <summary>The group of which tasks carry one label at most, where the label, or another of its group, says so.</summary>
    internal string? ExclusiveGroupOf(LabelInput label) =>
        Label.GroupOf(label.Group) is { } group && Labels!.Any(l => l.Exclusive == true && Label.GroupOf(l.Group) == group) ? group : null;

    /// <summary>The variables that its texts name.</summary>
    internal IReadOnlyList<string> Variables() => TemplateText.VariablesIn(
        new[] { Description }.Concat((Milestones ?? []).SelectMany(m => new[] { m.Name, m.Description }))
            .Concat((Tasks ?? []).SelectMany(t => (t.Steps ?? []).Select(s => s.Title).Prepend(t.Description).Prepend(t.Title))).OfType<string>());

    /// <summary>The content with values in the places of its variables.</summary>
    internal TemplateContent Fill(IReadOnlyDictionary<string, string> values)
    {
        string? Filled(string? text) => text is null ? null : TemplateText.Fill(text, values);
        return this with
        {
            Description = Filled(Description),
            Milestones = Milestones?.Select(m => m with { Name = Filled(m.Name), Description = Filled(m.Description) }).ToArray(),
            Tasks = Tasks?.Select(t => t with
            {
                Title = Filled(t.Title),
                Description = Filled(t.Description),
                Milestone = Filled(t.Milestone),
                Steps = t.Steps?.Select(s => s with { Title = Filled(s.Title) }).ToArray(),
            }).ToArray(),
        };
    }
}

/// <summary>How far days may lie from the day on which a template is used.</summary>
internal static class TemplateDays
{
    public const int Most = 3_650;
}

/// <summary>A member of the project to be.</summary>
public sealed record TemplateMember
{
    [Required]
    public Guid? UserId { get; init; }

    /// <summary>The role in the project.</summary>
    [Required, OneOf(typeof(ProjectRoles))]
    public string? Role { get; init; }
}

/// <summary>A milestone of the project to be.</summary>
public sealed record TemplateMilestone
{
    [Required, TrimmedLength(Milestone.MaxNameLength)]
    public string? Name { get; init; }

    [StringLength(Project.MaxDescriptionLength)]
    public string? Description { get; init; }

    /// <summary>When it begins, in days from the day of use.</summary>
    [Range(-TemplateDays.Most, TemplateDays.Most)]
    public int? StartInDays { get; init; }

    /// <summary>When it is due, in days from the day of use.</summary>
    [Range(-TemplateDays.Most, TemplateDays.Most)]
    public int? DueInDays { get; init; }
}

/// <summary>How contents are stored.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(TemplateContent))]
[JsonSerializable(typeof(InstantiationState))]
internal sealed partial class TemplateJson : JsonSerializerContext
{
    /// <summary>The instance for storing; unlike <c>Default</c> it writes UTF-8 as it is and leaves out what says nothing.</summary>
    public static TemplateJson Stored { get; } =
        new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = Json.Encoder, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull });
}
