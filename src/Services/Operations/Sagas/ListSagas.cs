using Microsoft.AspNetCore.Mvc;
using Waymark.Platform.Messaging.Sagas;

namespace Waymark.Operations.Sagas;

/// <summary>A workflow over several services that has not ended.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Service">The service that runs it.</param>
/// <param name="Type">Which kind of workflow.</param>
/// <param name="Key">What it is about.</param>
/// <param name="Status">Whether it goes from step to step, or undoes what was done; or how it has ended.</param>
/// <param name="Step">The step at hand.</param>
/// <param name="IsStuck">Whether it stands still until its events come or somebody resumes it.</param>
/// <param name="Reason">Why it stands still, undoes its steps, or tries again.</param>
/// <param name="Attempts">How often the act at hand has failed.</param>
/// <param name="Received">The names of the events that have come.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="UpdatedAt">When it last moved.</param>
/// <param name="DueAt">When it is looked at again; null while it only waits.</param>
public sealed record SagaResponse(Guid Id, string Service, string Type, string Key, SagaStatus Status, string Step, bool IsStuck, string? Reason,
    int Attempts, IReadOnlyList<string> Received, DateTimeOffset StartedAt, DateTimeOffset UpdatedAt, DateTimeOffset? DueAt)
{
    internal static SagaResponse Of(string service, SagaView saga) => new(
        saga.Id, service, saga.Type, saga.Key, saga.Status, saga.Step, saga.IsStuck, saga.Reason, saga.Attempts, saga.Received, saga.StartedAt, saga.UpdatedAt, saga.DueAt);
}

/// <summary>One page of workflows of all services. <paramref name="Unreachable"/> services are missing from it.</summary>
public sealed record SagaPage(IReadOnlyList<SagaResponse> Items, string? NextCursor, IReadOnlyList<string> Unreachable);

/// <summary>Workflows that have not ended, the oldest first, over all services.</summary>
internal static class ListSagas
{
    private const string Sort = "startedAt";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/operations/sagas", HandleAsync).RequirePermission(Permissions.OperationsRead)
            .WithName(nameof(ListSagas)).WithSummary("List workflows over several services that have not ended; with isStuck=true those that stand still");

    private static async Task<Results<Answer<SagaPage>, Problem>> HandleAsync(
        [FromQuery] bool? isStuck, [FromQuery] int? limit, [FromQuery] string? cursor, EveryService every, SagaBox box, CancellationToken ct)
    {
        if (PageLimit.Check(limit, out var size) is { } wrongLimit)
        {
            return wrongLimit;
        }

        (DateTimeOffset, Guid)? after = null;
        if (cursor is not null)
        {
            if (!Cursor.TryParse(cursor, Sort, out var from) || !InstantConverter.TryParse(from.Value, out var at))
            {
                return Cursor.Invalid;
            }

            after = (at, from.Id);
        }

        var answers = await every.AskAsync((service, limited) => box.ListOpenAsync(service, isStuck == true, size + 1, after, limited), ct);
        var sagas = answers.Given.SelectMany(g => g.Answer, (g, saga) => SagaResponse.Of(g.Service, saga))
            .OrderBy(s => s.StartedAt).ThenBy(s => s.Id, UuidOrder.Instance).Take(size + 1).ToList();
        var page = Page<SagaResponse>.Of(sagas, size, s => new Cursor(Sort, InstantConverter.Format(s.StartedAt), s.Id).ToString());
        return Answers.Ok(new SagaPage(page.Items, page.NextCursor, answers.Unreachable));
    }
}
