namespace Waymark.Tasks.Searching;

/// <summary>A text that tasks of a list must contain.</summary>
/// <param name="Text">The text.</param>
/// <param name="Condition">The condition that decides, over task <c>t</c> in project <c>p</c>.</param>
/// <param name="IsInKeys">Whether it may stand in a task's key, too, and not only in its title or description.</param>
internal sealed record SoughtText(string Text, string Condition, bool IsInKeys);
