using Waymark.Projects.CustomFields;
using Waymark.Projects.Types;
using Waymark.Projects.Workflows;

namespace Waymark.Projects.Templates;

/// <summary>What is wrong with the content of a template, as far as it can be told without the service of tasks.</summary>
internal static class TemplateFaults
{
    /// <summary>The first fault under the name of its member; null when there is none.</summary>
    public static Problem? Of(TemplateContent content)
    {
        var (member, fault) = Find(content);
        return member is null ? null : Problems.Invalid($"content.{member}", fault!);
    }

    private static (string? Member, string? Fault) Find(TemplateContent content)
    {
        if (Shape.Check(content)?.FirstOrDefault() is { Key: { } field, Value: var faults })
        {
            return (field, faults[0]);
        }

        if (content.DueInDays < content.StartInDays)
        {
            return ("dueInDays", "The project is due before it starts.");
        }

        return FindDefinition(content) is { Member: not null } found ? found
            : FaultOfMilestones(content.Milestones ?? []) is { } milestones ? ("milestones", milestones)
            : TemplateTaskFaults.Of(content) is { } tasks ? ("tasks", tasks)
            : default;
    }

    private static (string? Member, string? Fault) FindDefinition(TemplateContent content)
    {
        var members = content.Members ?? [];
        if (members.DistinctBy(m => m.UserId).Count() != members.Count)
        {
            return ("members", "Somebody stands there twice.");
        }

        if (content.Workflow is { } states)
        {
            if (WorkflowFaults.Of(states) is { Errors: { } errors })
            {
                return ("workflow", errors.First().Value[0]);
            }

            if (WorkflowFaults.NamesOutsiders(states, [.. members.Select(m => m.UserId!.Value)]))
            {
                return ("workflow", "Every approver is among the members.");
            }
        }

        if (content.TaskTypes is { } types && EditTaskTypes.Fault(types) is { } faultOfTypes)
        {
            return ("taskTypes", faultOfTypes);
        }

        var labels = content.Labels ?? [];
        return labels.DistinctBy(l => Label.Fold(l.Name!)).Count() != labels.Count ? ("labels", "Two labels have the same name.")
            : FaultOfFields(content.CustomFields ?? [], content.TaskTypes) is { } fault ? ("customFields", fault)
            : default;
    }

    private static string? FaultOfFields(IReadOnlyList<CustomFieldInput> fields, IReadOnlyList<TaskTypeInput>? types)
    {
        var probes = fields.Select(f => (Input: f, Draft: new CustomField { Id = Guid.CreateVersion7(), ProjectId = Guid.Empty, WorkspaceId = Guid.Empty })).ToList();
        if (FieldFormulas.CopyAll(probes) is { Problem.Errors: { } errors } wrong)
        {
            return $"{wrong.Input.Name}: {errors.First().Value[0]}";
        }

        var typesJson = types is null ? null : EditTaskTypes.Write(types);
        if (probes.Select(p => CustomFieldInput.UnknownTypes(p.Draft, typesJson) is { Errors: { } e } ? $"{p.Input.Name}: {e.First().Value[0]}" : null).FirstOrDefault(f => f is not null) is { } strange)
        {
            return strange;
        }

        return fields.Count(f => CustomFieldTypes.IsComputed(f.Type!)) > CustomField.MaxComputedInProject ? $"A project has at most {CustomField.MaxComputedInProject} formulas and roll-ups."
            : fields.DistinctBy(f => Label.Fold(f.Name!)).Count() == fields.Count ? null : "Two fields have the same name.";
    }

    private static string? FaultOfMilestones(IReadOnlyList<TemplateMilestone> milestones) =>
        milestones.DistinctBy(m => m.Name!.Trim()).Count() != milestones.Count ? "Two milestones have the same name."
        : milestones.Any(m => m.DueInDays < m.StartInDays) ? "A milestone is due before it begins."
        : null;
}
