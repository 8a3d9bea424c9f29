using System.Text.Json;

namespace Waymark.Tasks.Model;

/// <summary>One member of a task that events record: how it is read, written, compared and put into JSON.</summary>
internal abstract class TaskField(string name)
{
    /// <summary>The name in the API and in the stream.</summary>
    public string Name { get; } = name;

    /// <summary>Long text is published once, as its new value.</summary>
    public bool IsLongText { get; init; }

    /// <summary>Which event records its change; null for <c>task.updated</c>.</summary>
    public string? EventType { get; init; }

    public abstract bool Differs(TaskItem left, TaskItem right);

    public abstract void Write(Utf8JsonWriter json, TaskItem task);

    public abstract void Read(JsonElement value, TaskItem task);

    public abstract void Copy(TaskItem from, TaskItem to);
}

internal sealed class TaskField<T>(
    string name,
    Func<TaskItem, T> get,
    Action<TaskItem, T> set,
    Action<Utf8JsonWriter, T> write,
    Func<JsonElement, T> read,
    Func<T, T, bool>? equals = null) : TaskField(name)
{
    private readonly Func<T, T, bool> _equals = equals ?? EqualityComparer<T>.Default.Equals;

    public override bool Differs(TaskItem left, TaskItem right) => !_equals(get(left), get(right));

    public override void Write(Utf8JsonWriter json, TaskItem task) => write(json, get(task));

    public override void Read(JsonElement value, TaskItem task) => set(task, read(value));

    public override void Copy(TaskItem from, TaskItem to) => set(to, get(from));
}
