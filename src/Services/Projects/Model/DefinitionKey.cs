namespace Waymark.Projects.Model;

/// <summary>How a state of a workflow or a type of tasks is named by tasks and queries, whatever it is called.</summary>
internal static class DefinitionKey
{
    public const string Pattern = "^[a-z0-9_]{1,40}$";

    public const string Rule = "A key has 1 to 40 of the characters a-z, 0-9 and _.";
}
