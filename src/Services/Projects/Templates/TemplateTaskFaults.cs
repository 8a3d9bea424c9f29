namespace Waymark.Projects.Templates;

/// <summary>What is wrong with what the tasks of a template name; each has its shape.</summary>
internal static class TemplateTaskFaults
{
    /// <summary>The first fault; null when there is none.</summary>
    public static string? Of(TemplateContent content)
    {
        var tasks = content.Tasks ?? [];
        var refs = tasks.Select(t => t.Ref!).ToHashSet(StringComparer.Ordinal);
        if (refs.Count != tasks.Count)
        {
            return "Two tasks have the same ref.";
        }

        var names = new Names(content);
        return tasks.Select(t => FaultOf(t, refs, names) is { } wrong ? $"{t.Ref}: {wrong}" : null).FirstOrDefault(f => f is not null)
            ?? (HasCircle(refs, tasks.Where(t => t.Parent is not null).Select(t => (t.Parent!, t.Ref!))) ? "Tasks would belong to each other in a circle." : null)
            ?? FaultOfDependencies(tasks, refs);
    }

    private static string? FaultOf(TemplateTask task, HashSet<string> refs, Names names) =>
        task.Parent is { } parent && !refs.Contains(parent) ? $"There is no task {parent} to belong to."
        : task.DueInDays < task.StartInDays ? "It is due before it starts."
        : task.Status is { } status && !names.States.Contains(status) ? $"The workflow has no state {status}."
        : task.Type is { } type && !names.Types.Contains(type) ? $"There is no type {type}."
        : task.AssigneeIds?.Any(id => !names.People.Contains(id)) == true ? "Whoever it is assigned to is a member of the template."
        : task.Labels?.Any(l => string.IsNullOrWhiteSpace(l) || l.Length > Label.MaxNameLength) == true ? $"A label has between 1 and {Label.MaxNameLength} characters."
        : names.ClashOf(task.Labels ?? []) is { } clash ? $"A task carries at most one label of {clash}."
        : task.Milestone is { } milestone && !names.Milestones.Contains(milestone.Trim()) ? $"There is no milestone {milestone}."
        : task.CustomFields?.Keys.FirstOrDefault(name => !names.Fields.ContainsKey(Label.Fold(name))) is { } field ? $"There is no custom field {field} that can be set."
        : task.CustomFields?.Keys.FirstOrDefault(name => !names.Has(task.Type, name)) is { } other ? $"Tasks of its type have no custom field {other}."
        : null;

    private static string? FaultOfDependencies(IReadOnlyList<TemplateTask> tasks, HashSet<string> refs)
    {
        var all = tasks.SelectMany(t => (t.Dependencies ?? []).Select(d => (Dependency: d, Way: d.Of(t.Ref!)))).ToList();
        return all.Find(d => !refs.Contains(d.Dependency.Ref!)) is { Dependency.Ref: { } unknown } ? $"There is no task {unknown} to depend on."
            : all.Exists(d => d.Way.Kind != "blocks" && (d.Dependency.Link is not null || d.Dependency.LagMinutes is not null)) ? "Only where one task blocks the other are ends tied."
            : all.DistinctBy(d => d.Way).Count() != all.Count ? "Two tasks have the same dependency twice."
            : HasCircle(refs, all.Where(d => d.Way.Kind == "blocks" || d.Way.From == d.Way.To).Select(d => (d.Way.From, d.Way.To))) ? "Tasks would wait for each other in a circle."
            : null;
    }

    /// <summary>Takes away what nothing leads to, until nothing is left or only circles are.</summary>
    private static bool HasCircle(HashSet<string> refs, IEnumerable<(string From, string To)> ways)
    {
        var next = ways.ToLookup(w => w.From, w => w.To, StringComparer.Ordinal);
        var leading = refs.ToDictionary(r => r, _ => 0, StringComparer.Ordinal);
        foreach (var to in next.SelectMany(n => n))
        {
            leading[to]++;
        }

        var free = new Queue<string>(leading.Where(l => l.Value == 0).Select(l => l.Key));
        var taken = 0;
        for (; free.TryDequeue(out var task); taken++)
        {
            foreach (var to in next[task].Where(to => --leading[to] == 0))
            {
                free.Enqueue(to);
            }
        }

        return taken < refs.Count;
    }

    /// <summary>What the tasks of a template may name.</summary>
    private sealed class Names(TemplateContent content)
    {
        public HashSet<string> States { get; } =
            [.. content.Workflow?.Select(s => s.Key!) ?? WorkflowStates.Parse(WorkflowStates.Default).Select(s => s.Key)];

        public List<string> Types { get; } = [.. content.TaskTypes?.Select(t => t.Key!) ?? TaskTypes.Default.Select(t => t.Key)];

        public HashSet<Guid> People { get; } = [.. (content.Members ?? []).Select(m => m.UserId!.Value)];

        public HashSet<string> Milestones { get; } = [.. (content.Milestones ?? []).Select(m => m.Name!.Trim())];

        private readonly Dictionary<string, string?> _exclusiveGroups =
            (content.Labels ?? []).ToDictionary(l => Label.Fold(l.Name!), content.ExclusiveGroupOf, StringComparer.Ordinal);

        /// <summary>The exclusive group of which these are two labels.</summary>
        public string? ClashOf(IEnumerable<string> labels) => labels.Select(Label.Fold).Distinct(StringComparer.Ordinal)
            .GroupBy(l => _exclusiveGroups.GetValueOrDefault(l), StringComparer.Ordinal).FirstOrDefault(g => g.Key is not null && g.Count() > 1)?.Key;

        /// <summary>The fields that can be set, with the types whose tasks have them.</summary>
        public Dictionary<string, IReadOnlyList<string>?> Fields { get; } = (content.CustomFields ?? [])
            .Where(f => !CustomFieldTypes.IsComputed(f.Type!)).ToDictionary(f => Label.Fold(f.Name!), f => f.TaskTypes, StringComparer.Ordinal);

        /// <summary>Whether tasks of a type, the first one where none is named, have the field.</summary>
        public bool Has(string? type, string field) => Fields[Label.Fold(field)] is not { Count: > 0 } types || types.Contains(type ?? Types[0]);
    }
}
