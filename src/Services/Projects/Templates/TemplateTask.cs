using System.Text.Json;

namespace Waymark.Projects.Templates;

/// <summary>A task of the project to be.</summary>
public sealed record TemplateTask
{
    /// <summary>By which other tasks of the template name it.</summary>
    [Required, RegularExpression("^[A-Za-z0-9_-]{1,40}$", ErrorMessage = "1 to 40 letters, digits, dashes and underscores are expected.")]
    public string? Ref { get; init; }

    /// <summary>The task of the template to which it belongs.</summary>
    public string? Parent { get; init; }

    [Required, TrimmedLength(500)]
    public string? Title { get; init; }

    [StringLength(100_000)]
    public string? Description { get; init; }

    /// <summary>The key of the state in which it begins; where new tasks begin when left out.</summary>
    public string? Status { get; init; }

    /// <summary>The key of its type; the first one when left out.</summary>
    public string? Type { get; init; }

    [OneOf("none", "low", "medium", "high", "urgent")]
    public string? Priority { get; init; }

    [Range(1, 10)]
    public int? Difficulty { get; init; }

    [Range(0, 10_000_000)]
    public int? EstimateMinutes { get; init; }

    [Range(0, 10_000_000)]
    public int? DurationMinutes { get; init; }

    /// <summary>When it starts, in days from the day of use.</summary>
    [Range(-TemplateDays.Most, TemplateDays.Most)]
    public int? StartInDays { get; init; }

    /// <summary>When it is due, in days from the day of use.</summary>
    [Range(-TemplateDays.Most, TemplateDays.Most)]
    public int? DueInDays { get; init; }

    /// <summary>The day that it must not pass, in days from the day of use.</summary>
    [Range(-TemplateDays.Most, TemplateDays.Most)]
    public int? DeadlineInDays { get; init; }

    /// <summary>Who works on it, of the members of the template.</summary>
    [MaxLength(100)]
    public IReadOnlyList<Guid>? AssigneeIds { get; init; }

    [MaxLength(50)]
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>The name of the milestone that it leads to.</summary>
    public string? Milestone { get; init; }

    [MaxLength(100)]
    public IReadOnlyList<TemplateTaskStep>? Steps { get; init; }

    /// <summary>Values of the custom fields of the template, by their names.</summary>
    [MaxLength(100)]
    public IReadOnlyDictionary<string, JsonElement>? CustomFields { get; init; }

    /// <summary>What it is to other tasks of the template.</summary>
    [MaxLength(100)]
    public IReadOnlyList<TemplateDependency>? Dependencies { get; init; }
}

/// <summary>A step of a task of the project to be.</summary>
public sealed record TemplateTaskStep
{
    [Required, TrimmedLength(500)]
    public string? Title { get; init; }

    /// <summary>When it is due, in days from the day of use.</summary>
    [Range(-TemplateDays.Most, TemplateDays.Most)]
    public int? DueInDays { get; init; }

    /// <summary>Whether the task cannot be completed before the step is done.</summary>
    public bool Required { get; init; }
}

/// <summary>What a task of a template is to another one.</summary>
public sealed record TemplateDependency
{
    /// <summary>The other task of the template.</summary>
    [Required]
    public string? Ref { get; init; }

    /// <summary><c>blocks</c>: the task blocks the other one.</summary>
    [Required, OneOf("blocks", "blocked_by", "relates_to", "duplicates", "duplicated_by")]
    public string? Type { get; init; }

    /// <summary>Which ends are tied where one blocks the other; <c>finish_to_start</c> when left out.</summary>
    [OneOf("finish_to_start", "start_to_start", "finish_to_finish", "start_to_finish")]
    public string? Link { get; init; }

    /// <summary>The working minutes that have to lie between these ends.</summary>
    [Range(-525_600, 525_600)]
    public int? LagMinutes { get; init; }

    /// <summary>From which task to which one it goes, and as what: the same dependency said from either end.</summary>
    internal (string From, string To, string Kind) Of(string task) => Type switch
    {
        "blocked_by" => (Ref!, task, "blocks"),
        "duplicated_by" => (Ref!, task, "duplicates"),
        "relates_to" when string.CompareOrdinal(Ref, task) < 0 => (Ref!, task, "relates_to"),
        _ => (task, Ref!, Type!),
    };
}
