using Waymark.Platform.Messaging.Sagas;

namespace Waymark.Operations.Sagas;

/// <summary>A saga and the service that runs it.</summary>
internal sealed record PlacedSaga(string Service, SagaView Saga);

/// <summary>The sagas of all services.</summary>
internal sealed class SagaBoxes(EveryService every, SagaBox box)
{
    /// <summary>The saga of this id, or the problem of one that is not there.</summary>
    public async Task<(PlacedSaga? Found, Problem? Problem)> FindAsync(Guid id, CancellationToken ct)
    {
        var answers = await every.AskAsync((service, limited) => box.FindAsync(service, id, limited), ct);
        foreach (var (service, saga) in answers.Given)
        {
            if (saga is not null)
            {
                return (new PlacedSaga(service, saga), null);
            }
        }

        return (null, answers.Unreachable.Count == 0
            ? Problems.NotFound("workflow")
            : Problems.Unavailable($"The databases of {string.Join(", ", answers.Unreachable)} do not answer, so nobody can tell whether there is such a workflow."));
    }
}
