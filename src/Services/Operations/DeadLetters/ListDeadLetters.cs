using Microsoft.AspNetCore.Mvc;

namespace Waymark.Operations.DeadLetters;

/// <summary>One page of dead letters of all services. <paramref name="Unreachable"/> services are missing from it.</summary>
public sealed record DeadLetterPage(IReadOnlyList<DeadLetterResponse> Items, string? NextCursor, IReadOnlyList<string> Unreachable);

/// <summary>The latest deaths first, over all services: each gives a page of its own, and the latest of all are shown.</summary>
internal static class ListDeadLetters
{
    private const string Sort = "-diedAt";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/operations/dead-letters", HandleAsync).RequirePermission(Permissions.OperationsRead)
            .WithName(nameof(ListDeadLetters)).WithSummary("List events that were given up");

    private static async Task<Results<Answer<DeadLetterPage>, Problem>> HandleAsync(
        [AsParameters] DeadLetterQuery query, [FromQuery] int? limit, [FromQuery] string? cursor, EveryService every, DeadLetterBox box, CancellationToken ct)
    {
        if (PageLimit.Check(limit, out var size) is { } wrongLimit)
        {
            return wrongLimit;
        }

        var (selection, wrong) = query.Read(every);
        if (selection is null)
        {
            return wrong!;
        }

        (DateTimeOffset, Guid)? before = null;
        if (cursor is not null)
        {
            if (!Cursor.TryParse(cursor, Sort, out var from) || !InstantConverter.TryParse(from.Value, out var at))
            {
                return Cursor.Invalid;
            }

            before = (at, from.Id);
        }

        var answers = await every.AskAsync(
            (service, limited) => box.ListAsync(service, selection.Filter, size + 1, before, limited), ct, selection.Services);
        var letters = answers.Given.SelectMany(g => g.Answer, (g, letter) => DeadLetterResponse.Of(g.Service, letter))
            .OrderByDescending(l => l.DiedAt).ThenByDescending(l => l.Id, UuidOrder.Instance).Take(size + 1).ToList();
        var page = Page<DeadLetterResponse>.Of(letters, size, l => new Cursor(Sort, InstantConverter.Format(l.DiedAt), l.Id).ToString());
        return Answers.Ok(new DeadLetterPage(page.Items, page.NextCursor, answers.Unreachable));
    }
}
