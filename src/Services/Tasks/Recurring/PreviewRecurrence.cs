using Waymark.Tasks.Model.Recurring;

namespace Waymark.Tasks.Recurring;

/// <summary>A rule to try out.</summary>
public sealed record PreviewRecurrenceRequest(
    [property: Required, StringLength(RecurrenceRule.MaxLength)] string? Rule,
    [property: Required] Moment? Start,
    string? TimeZone,
    [property: Range(1, 366)] int? Count);

/// <summary>When a rule recurs, soonest first; fewer than were asked for when it ends before.</summary>
public sealed record RecurrencePreview(IReadOnlyList<DateTimeOffset> Occurrences);

internal static class PreviewRecurrence
{
    private const int DefaultCount = 10;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/tasks/recurrence/preview", Handle).RequirePermission(Permissions.SignedIn)
            .WithName(nameof(PreviewRecurrence)).WithSummary("Preview when a recurrence rule falls due");

    private static Results<Answer<RecurrencePreview>, Problem> Handle(PreviewRecurrenceRequest request)
    {
        if (!TimeZones.TryFind(request.TimeZone ?? "UTC", out var zone))
        {
            return Problems.Invalid("timeZone", "No such time zone is known; IANA names such as Europe/Berlin are.");
        }

        var start = request.Start!.Value;
        if (!RecurrenceRule.TryParse(request.Rule!, start, out var rule, out var fault))
        {
            return Problems.Invalid("rule", fault.Message, fault.Position);
        }

        var occurrences = new Recurrence(rule, start, zone).Occurrences()
            .Take(request.Count ?? DefaultCount)
            .Select(o => o.Effective(zone, isEnd: false));
        return Answers.Ok(new RecurrencePreview([.. occurrences]));
    }
}
