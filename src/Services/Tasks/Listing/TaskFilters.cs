using Npgsql;
using NpgsqlTypes;
using Waymark.Tasks.Searching;

namespace Waymark.Tasks.Listing;

/// <summary>Translates the list's filters into conditions over task <c>t</c> in project <c>p</c>, and collects what is wrong with them.</summary>
internal sealed class TaskFilters(Guid callerId)
{
    private readonly Dictionary<string, string[]> _errors = new(StringComparer.Ordinal);

    public List<string> Conditions { get; } = ["t.deleted_at is null"];

    public List<NpgsqlParameter> Parameters { get; } = [];

    /// <summary>What tasks must contain, beside the conditions.</summary>
    public IReadOnlyList<SoughtText> Texts { get; private set; } = [];

    /// <summary>The projects of the list, whose parameter is <c>@projectId</c>; none for all that the caller sees.</summary>
    public IReadOnlyList<Guid> ProjectIds { get; private set; } = [];

    public Problem? Problem => _errors.Count > 0 ? Problems.Invalid(_errors) : null;

    public static TaskFilters Of(TaskFilterQuery query, Guid callerId)
    {
        var filters = new TaskFilters(callerId);
        filters.ProjectIds = filters.AnyId("projectId", "t.project_id", query.ProjectId);
        filters.AnyId("workspaceId", "t.workspace_id", query.WorkspaceId);
        filters.AnyText("status", "t.status", query.Status);
        filters.AnyOf("statusCategory", "t.status_category", query.StatusCategory, StatusCategory.All);
        filters.AnyText("type", "t.type", query.Type);
        filters.AnyPriority(query.Priority);
        filters.AnyAssignee(query.AssigneeId);
        filters.AnyId("reporterId", "t.reporter_id", query.ReporterId);
        filters.AnyLabel(query.Label);
        filters.AnyIdOrNone("milestoneId", "t.milestone_id", query.MilestoneId);
        filters.AnyCycle(query.CycleId);
        filters.AnyIdOrNone("parentId", "t.parent_id", query.ParentId);
        filters.Before("dueBefore", "t.due_at", query.DueBefore);
        filters.After("dueAfter", "t.due_at", query.DueAfter);
        filters.Before("deadlineBefore", "t.deadline_at", query.DeadlineBefore);
        filters.After("deadlineAfter", "t.deadline_at", query.DeadlineAfter);
        filters.UpdatedAfter(query.UpdatedAfter);
        filters.Contains(query.Q);
        return filters;
    }

    private Guid[] AnyId(string field, string column, string[]? given)
    {
        // "me" is a person, so it can only match where people stand.
        var ids = Ids(field, [.. TaskFilterQuery.Values(given).Select(v => v == "me" ? callerId.ToString() : v)]) ?? [];
        switch (ids)
        {
            case [var only]:
                // Only an equality lets an index give the rows in the list's order; any of one is sorted.
                Add($"{column} = @{field}", new NpgsqlParameter<Guid>(field, only));
                break;
            case { Length: > 0 }:
                Add($"{column} = any(@{field})", new NpgsqlParameter<Guid[]>(field, ids));
                break;
        }

        return ids;
    }

    private void AnyIdOrNone(string field, string column, string[]? given)
    {
        var values = TaskFilterQuery.Values(given);
        var ids = Ids(field, [.. values.Where(v => v != "none")]);
        if (values.Length > 0 && ids is not null)
        {
            var none = values.Contains("none", StringComparer.Ordinal) ? $" or {column} is null" : "";
            Add($"({column} = any(@{field}){none})", new NpgsqlParameter<Guid[]>(field, ids));
        }
    }

    private void AnyCycle(string[]? given)
    {
        var values = TaskFilterQuery.Values(given);
        if (values.Length > 0 && Ids("cycleId", [.. values.Where(v => v != "none")]) is { } ids)
        {
            var none = values.Contains("none", StringComparer.Ordinal)
                ? " or not exists (select from cycle_task k join cycle c on c.id = k.cycle_id where k.task_id = t.id and c.closed_at is null)"
                : "";
            Add($"(exists (select from cycle_task k where k.task_id = t.id and k.cycle_id = any(@cycleId)){none})", new NpgsqlParameter<Guid[]>("cycleId", ids));
        }
    }

    private void AnyText(string field, string column, string[]? given)
    {
        var values = TaskFilterQuery.Values(given);
        if (values.Length > 0)
        {
            Add($"{column} = any(@{field})", new NpgsqlParameter<string[]>(field, values));
        }
    }

    private void AnyOf(string field, string column, string[]? given, IReadOnlyList<string> known)
    {
        if (TaskFilterQuery.Values(given).Any(v => !known.Contains(v, StringComparer.Ordinal)))
        {
            _errors[field] = [$"One of {string.Join(", ", known)} is expected."];
            return;
        }

        AnyText(field, column, given);
    }

    private void AnyPriority(string[]? given)
    {
        var numbers = new List<short>();
        foreach (var value in TaskFilterQuery.Values(given))
        {
            if (!Enum.TryParse<TaskPriority>(value, ignoreCase: true, out var priority) || char.IsAsciiDigit(value[0]))
            {
                _errors["priority"] = ["One of none, low, medium, high, urgent is expected."];
                return;
            }

            numbers.Add((short)priority);
        }

        if (numbers.Count > 0)
        {
            Add("t.priority = any(@priority)", new NpgsqlParameter<short[]>("priority", [.. numbers]));
        }
    }

    private void AnyAssignee(string[]? given)
    {
        var values = TaskFilterQuery.Values(given);
        if (values.Length == 0 || Ids("assigneeId", [.. values.Where(v => v is not ("none" or "me"))]) is not { } ids)
        {
            return;
        }

        if (values.Contains("me", StringComparer.Ordinal))
        {
            ids = [.. ids, callerId];
        }

        // The second half of the condition lets the partial index answer.
        var any = "(t.assignee_ids && @assigneeId and t.assignee_ids <> '{}')";
        var none = values.Contains("none", StringComparer.Ordinal) ? " or t.assignee_ids = '{}'" : "";
        Add($"({any}{none})", new NpgsqlParameter<Guid[]>("assigneeId", ids));
    }

    private void AnyLabel(string[]? given)
    {
        var values = TaskFilterQuery.Values(given);
        if (values.Length > 0)
        {
            Add(
                "exists (select from unnest(t.labels) l where lower(l) = any(@label))",
                new NpgsqlParameter<string[]>("label", [.. values.Select(LabelNames.Fold)]));
        }
    }

    private void Before(string field, string column, string? given) => Bound(field, column, ("<", "<="), given, isDayAfter: false);

    private void After(string field, string column, string? given) => Bound(field, column, (">", ">"), given, isDayAfter: true);

    private void Bound(string field, string column, (string Instant, string Day) operation, string? given, bool isDayAfter)
    {
        if (given is null)
        {
            return;
        }

        if (!Moment.TryParse(given, out var moment))
        {
            _errors[field] = ["A date such as 2026-03-01 or an instant such as 2026-03-01T09:30:00Z is expected."];
        }
        else if (moment.Date is { } date)
        {
            Add(
                $"{column} {operation.Day} (@{field}::timestamp at time zone p.time_zone)",
                new NpgsqlParameter(field, NpgsqlDbType.Date) { Value = isDayAfter ? date.AddDays(1) : date });
        }
        else
        {
            Add($"{column} {operation.Instant} @{field}", new NpgsqlParameter<DateTimeOffset>(field, moment.Instant!.Value));
        }
    }

    private void UpdatedAfter(string? given)
    {
        if (given is null)
        {
            return;
        }

        if (InstantConverter.TryParse(given, out var instant))
        {
            Add("t.updated_at > @updatedAfter", new NpgsqlParameter<DateTimeOffset>("updatedAfter", instant));
        }
        else
        {
            _errors["updatedAfter"] = ["An instant such as 2026-03-01T09:30:00Z is expected."];
        }
    }

    private void Contains(string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            var sought = text.Trim();
            Parameters.Add(new NpgsqlParameter<string>("q", LikePattern.Containing(sought)));
            Texts = [new SoughtText(sought, "(t.title ilike @q or t.description ilike @q or p.key || '-' || t.number ilike @q)", IsInKeys: true)];
        }
    }

    private Guid[]? Ids(string field, string[]? given)
    {
        var values = TaskFilterQuery.Values(given);
        var ids = new Guid[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (!Guid.TryParse(values[i], out ids[i]))
            {
                _errors[field] = ["An id is expected."];
                return null;
            }
        }

        return ids;
    }

    private void Add(string condition, NpgsqlParameter parameter)
    {
        Conditions.Add(condition);
        Parameters.Add(parameter);
    }
}
