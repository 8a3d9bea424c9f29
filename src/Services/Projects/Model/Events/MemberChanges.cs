using System.Text.Json;

namespace Waymark.Projects.Model.Events;

/// <summary>What one event does to one member; null stands for "no member".</summary>
internal sealed record MemberChange(Guid UserId, short? From, short? To)
{
    public string EventType => (From, To) switch
    {
        (null, _) => ProjectEventTypes.MemberAdded,
        (_, null) => ProjectEventTypes.MemberRemoved,
        _ => ProjectEventTypes.MemberChanged,
    };

    /// <summary>Joining and rising come before falling and leaving, so that after every single event there is an owner.</summary>
    public int Order => (From, To) switch
    {
        (null, _) => 0,
        (_, null) => 3,
        var (from, to) => to > from ? 1 : 2,
    };
}

/// <summary>
/// How memberships stand in the stream: <c>members</c> once, in the creation, and then <c>member</c> with the one who changed.
/// </summary>
internal static class MemberChanges
{
    private const string All = "members";
    private const string One = "member";

    /// <summary>The members in which two states differ, in the order in which events tell of them.</summary>
    public static IEnumerable<MemberChange> Between(Project before, Project draft) =>
        before.Members.Select(m => m.UserId).Union(draft.Members.Select(m => m.UserId))
            .Select(id => new MemberChange(id, RankIn(before, id), RankIn(draft, id)))
            .Where(change => change.From != change.To)
            .OrderBy(change => change.Order);

    /// <summary>Whether changes tell of members.</summary>
    public static bool AreIn(FieldChanges changes)
    {
        var fields = changes.Read();
        return fields.ContainsKey(One) || fields.ContainsKey(All);
    }

    public static void WriteAll(Utf8JsonWriter json, Project draft)
    {
        json.WriteStartObject(All);
        json.WriteNull("from");
        json.WriteStartArray("to");
        foreach (var member in draft.Members)
        {
            Write(json, member.UserId, member.Rank);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteOne(Utf8JsonWriter json, MemberChange change)
    {
        json.WriteStartObject(One);
        json.WritePropertyName("from");
        Write(json, change.UserId, change.From);
        json.WritePropertyName("to");
        Write(json, change.UserId, change.To);
        json.WriteEndObject();
    }

    public static void Apply(FieldChanges changes, Project project, DateTimeOffset at)
    {
        using var document = JsonDocument.Parse(changes.Json);
        if (document.RootElement.TryGetProperty(All, out var all))
        {
            foreach (var member in all.GetProperty("to").EnumerateArray())
            {
                Set(project, member, at);
            }
        }

        if (!document.RootElement.TryGetProperty(One, out var one))
        {
            return;
        }

        if (one.GetProperty("to") is { ValueKind: JsonValueKind.Object } to)
        {
            Set(project, to, at);
        }
        else
        {
            var gone = one.GetProperty("from").GetProperty("userId").GetGuid();
            project.Members.RemoveAll(m => m.UserId == gone);
        }
    }

    private static void Set(Project project, JsonElement value, DateTimeOffset at)
    {
        var userId = value.GetProperty("userId").GetGuid();
        var rank = (short)ProjectRoles.Rank(value.GetProperty("role").GetString());
        if (project.Members.Find(m => m.UserId == userId) is { } member)
        {
            member.Rank = rank;
        }
        else
        {
            project.Members.Add(new ProjectMember { ProjectId = project.Id, UserId = userId, Rank = rank, JoinedAt = at });
        }
    }

    private static void Write(Utf8JsonWriter json, Guid userId, short? rank)
    {
        if (rank is not { } known)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("userId", userId);
        json.WriteString("role", ProjectRoles.OfRank(known));
        json.WriteEndObject();
    }

    private static short? RankIn(Project project, Guid userId) => project.Members.Find(m => m.UserId == userId)?.Rank;
}
