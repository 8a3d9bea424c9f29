using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using Waymark.Contracts.Projects;

namespace Waymark.Membership;

/// <summary>A project's workflow: its states in order, and which moves between them are legal.</summary>
public sealed class Workflow
{
    private static readonly ConcurrentDictionary<string, Workflow> Parsed = new(StringComparer.Ordinal);

    private readonly Dictionary<string, WorkflowState> _states;

    private Workflow(IReadOnlyList<WorkflowState> states)
    {
        States = [.. states.OrderBy(s => s.Order)];
        _states = States.ToDictionary(s => s.Key, StringComparer.Ordinal);
    }

    /// <summary>The states in the order of the board.</summary>
    public IReadOnlyList<WorkflowState> States { get; }

    /// <summary>Where a new task starts: the first unstarted state, else the first.</summary>
    public WorkflowState Initial => States.FirstOrDefault(s => s.Category == "unstarted") ?? States[0];

    /// <summary>The state with this key, or null.</summary>
    public WorkflowState? Find(string key) => _states.GetValueOrDefault(key);

    /// <summary>Whether a task may go from one state to another; a state that names no next ones allows every move.</summary>
    public bool Allows(string from, string to) =>
        from == to || !_states.TryGetValue(from, out var state) || state.Next.Count == 0 || state.Next.Contains(to, StringComparer.Ordinal);

    /// <summary>The weakest role that may make a move; null where everybody may who edits tasks.</summary>
    public string? RoleFor(string from, string to) => Find(from)?.Guards?.FirstOrDefault(g => g.To == to)?.Role;

    /// <summary>The states that a task may go to from this one.</summary>
    public IReadOnlyList<string> LegalFrom(string from) =>
        [.. States.Select(s => s.Key).Where(key => key != from && Allows(from, key))];

    /// <summary>Reads a stored workflow. The few distinct ones of an installation are kept parsed.</summary>
    public static Workflow Parse(string json)
    {
        if (Parsed.TryGetValue(json, out var workflow))
        {
            return workflow;
        }

        workflow = new Workflow(JsonSerializer.Deserialize(json, WorkflowJson.Default.IReadOnlyListWorkflowState) ?? []);
        if (Parsed.Count < 1_000)
        {
            Parsed.TryAdd(json, workflow);
        }

        return workflow;
    }

    /// <summary>The form in which a workflow is stored.</summary>
    public static string Serialize(IReadOnlyList<WorkflowState> states) =>
        JsonSerializer.Serialize(states, WorkflowJson.Default.IReadOnlyListWorkflowState);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<WorkflowState>))]
internal sealed partial class WorkflowJson : JsonSerializerContext;
