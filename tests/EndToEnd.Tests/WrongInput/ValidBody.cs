namespace Waymark.EndToEnd.Tests.WrongInput;

/// <summary>A body that an operation accepts, member by member as raw JSON: every wrong body is one step away from it.</summary>
internal sealed class ValidBody
{
    private readonly Dictionary<string, string> _members;

    private ValidBody(Dictionary<string, string> members) => _members = members;

    public IReadOnlyCollection<string> Members => _members.Keys;

    /// <summary>The value of a member; null when it is left out.</summary>
    public string? Find(string member) => _members.GetValueOrDefault(member);

    /// <summary>The members that an operation needs, with values out of the tenant's things.</summary>
    public static ValidBody Of(ApiOperation operation, Tenant tenant)
    {
        var values = Values(tenant, operation.Path.StartsWith("/api/workspaces", StringComparison.Ordinal));
        if (operation.Path.EndsWith("/dependencies", StringComparison.Ordinal))
        {
            values["type"] = "\"relates_to\"";
        }

        if (operation.Path.EndsWith("/approvals", StringComparison.Ordinal))
        {
            values["status"] = "\"shipped\"";
        }

        if (operation.Path.StartsWith("/api/task-templates/", StringComparison.Ordinal))
        {
            values["variables"] = """{"what":"a loaf"}""";
        }

        if (operation.Path.EndsWith("/steps", StringComparison.Ordinal))
        {
            values["ids"] = "[]";
        }

        var isByPerson = operation.Body.Any(f => f.Name == "userId");
        return new ValidBody(operation.Body
            .Where(f => (f.IsRequired || f.Name is "userId" or "role" or "variables") && values.ContainsKey(f.Name) && !(isByPerson && f.Name == "email"))
            .ToDictionary(f => f.Name, f => values[f.Name], StringComparer.Ordinal));
    }

    public string With(string member, string json) => Text(_members.Where(m => m.Key != member).Append(new(member, json)));

    public string Without(string member) => Text(_members.Where(m => m.Key != member));

    public override string ToString() => Text(_members);

    private static string Text(IEnumerable<KeyValuePair<string, string>> members) => "{" + string.Join(',', members.Select(m => $"\"{m.Key}\":{m.Value}")) + "}";

    /// <summary>An administrator's tenant has none.</summary>
    private static string TaskOf(Tenant tenant) => tenant.Places.GetValueOrDefault("/api/tasks/{}", Guid.Empty.ToString());

    private static Dictionary<string, string> Values(Tenant tenant, bool isOfWorkspace) => new(StringComparer.Ordinal)
    {
        ["ids"] = $"[\"{TaskOf(tenant)}\"]",
        ["subtasks"] = "false",
        ["taskIds"] = $"[\"{TaskOf(tenant)}\"]",
        ["startDate"] = "\"2026-03-02\"",
        ["endDate"] = "\"2026-03-13\"",
        ["changes"] = """{"title":"A title"}""",
        ["title"] = "\"A title\"",
        ["name"] = "\"A name\"",
        ["body"] = "\"A text\"",
        ["displayName"] = "\"Ada\"",
        ["email"] = $"\"nobody-{Guid.CreateVersion7():N}@example.org\"",
        ["password"] = "\"yet another long secret\"",
        ["currentPassword"] = $"\"{Api.Password}\"",
        ["newPassword"] = "\"yet another long secret\"",
        ["content"] = """{"tasks":[{"ref":"a","title":"A task"}]}""",
        ["reason"] = "\"A reason\"",
        ["role"] = isOfWorkspace ? "\"guest\"" : "\"viewer\"",
        ["status"] = "\"in_progress\"",
        ["projectId"] = $"\"{tenant.Team.ProjectId}\"",
        ["userId"] = $"\"{tenant.Team.Colleague.Id}\"",
        ["token"] = "\"nonsense\"",
        ["taskId"] = $"\"{tenant.LaterTaskId}\"",
        ["type"] = "\"text\"",
        ["minutes"] = "5",
        ["date"] = "\"2026-03-02\"",
        ["hoursPerWeek"] = "8",
        ["from"] = "\"2026-03-02\"",
        ["to"] = "\"2026-03-08\"",
        ["muted"] = "true",
        ["amount"] = "9000",
        ["currency"] = "\"EUR\"",
        ["validFrom"] = "\"2026-02-02\"",
        ["types"] = """[{"key":"task","name":"Task"}]""",
        ["rule"] = "\"FREQ=DAILY\"",
        ["startAt"] = "\"2026-03-02\"",
        ["start"] = "\"2026-03-02\"",
        ["states"] = """[{"key":"todo","name":"To do","category":"unstarted"},{"key":"done","name":"Done","category":"completed"}]""",
    };
}
