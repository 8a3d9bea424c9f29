namespace Waymark.Operations.DeadLetters;

/// <summary>A dead letter and the service in whose database it stands.</summary>
internal sealed record PlacedLetter<T>(string Service, T Letter);

/// <summary>What a bulk act is about to take.</summary>
/// <param name="Taken">At most <see cref="DeadLetterBox.MostAtOnce"/>.</param>
/// <param name="TooOld">How many were left because the inbox does not remember so far back.</param>
/// <param name="HasMore">Whether more would fit.</param>
/// <param name="Unreachable">The services that could not be asked.</param>
internal sealed record Pick(IReadOnlyList<PlacedLetter<DeadLetter>> Taken, int TooOld, bool HasMore, IReadOnlyList<string> Unreachable);

/// <summary>The dead letters of all services.</summary>
internal sealed class LetterBoxes(EveryService every, DeadLetterBox box)
{
    /// <summary>The letter of this id, or the problem of one that is not there.</summary>
    public async Task<(PlacedLetter<DeadLetterContents>? Found, Problem? Problem)> FindAsync(Guid id, CancellationToken ct)
    {
        var answers = await every.AskAsync((service, limited) => box.FindAsync(service, id, limited), ct);
        foreach (var (service, contents) in answers.Given)
        {
            if (contents is not null)
            {
                return (new PlacedLetter<DeadLetterContents>(service, contents), null);
            }
        }

        return (null, answers.Unreachable.Count == 0
            ? Problems.NotFound("dead letter")
            : Problems.Unavailable($"The databases of {string.Join(", ", answers.Unreachable)} do not answer, so nobody can tell whether there is such a dead letter."));
    }

    /// <summary>The open letters that a bulk request names, or the problem of a request that names them wrongly.</summary>
    /// <param name="ids">These very ones; or else</param>
    /// <param name="filter">those that fit.</param>
    /// <param name="withForgotten">Also those that arrived longer ago than the inbox remembers.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<(Pick? Pick, Problem? Problem)> PickAsync(Guid[]? ids, DeadLetterFilterInput? filter, bool withForgotten, CancellationToken ct)
    {
        if ((ids is null) == (filter is null))
        {
            return (null, Problems.Invalid(ids is null ? "ids" : "filter", "Either ids or a filter is expected."));
        }

        if (filter?.HasEmptyList == true)
        {
            return (null, Problems.Invalid("filter", "A list of the filter is empty; leave it out to take any value."));
        }

        var query = filter is null ? new DeadLetterQuery() : DeadLetterQuery.Of(filter);
        var (selection, problem) = query.Read(every);
        if (selection is null)
        {
            return (null, problem);
        }

        var wanted = selection.Filter with { Ids = ids };
        var answers = await every.AskAsync((service, limited) => box.FirstAsync(service, wanted, limited), ct, selection.Services);
        var found = answers.Given.SelectMany(g => g.Answer, (g, letter) => new PlacedLetter<DeadLetter>(g.Service, letter))
            .OrderBy(l => l.Letter.IsForgotten).ThenBy(l => l.Letter.DiedAt).ToList();
        var fit = withForgotten ? found : found.FindAll(l => !l.Letter.IsForgotten);
        return (new Pick(fit.GetRange(0, Math.Min(fit.Count, DeadLetterBox.MostAtOnce)), found.Count - fit.Count, fit.Count > DeadLetterBox.MostAtOnce, answers.Unreachable), null);
    }
}
