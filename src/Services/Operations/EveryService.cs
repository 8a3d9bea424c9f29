using Npgsql;
using Waymark.Platform.Operations;

namespace Waymark.Operations;

/// <summary>What the databases of several services answered.</summary>
/// <param name="Given">The answers, in the order of the catalogue.</param>
/// <param name="Unreachable">The services whose database did not answer.</param>
internal sealed record ServiceAnswers<T>(IReadOnlyList<(string Service, T Answer)> Given, IReadOnlyList<string> Unreachable);

/// <summary>
/// Asks about all services at the same time. One whose database is away must not hide the others: an administrator looks here
/// when something is broken.
/// </summary>
internal sealed class EveryService(ServiceSelection selection)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    /// <summary>The services of the product, wherever they run.</summary>
    public IReadOnlyList<string> Names { get; } = [.. selection.All.Select(m => m.Name)];

    /// <summary>Puts one question about each service.</summary>
    /// <param name="ask">The question.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="only">These services alone.</param>
    public async Task<ServiceAnswers<T>> AskAsync<T>(Func<string, CancellationToken, Task<T>> ask, CancellationToken ct, IReadOnlyList<string>? only = null)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Limit);
        var answers = await Task.WhenAll((only ?? Names).Select(s => AskOneAsync(s, ask, limit.Token, ct)));
        return new ServiceAnswers<T>(
            [.. answers.Where(a => a.IsGiven).Select(a => (a.Service, a.Answer!))], [.. answers.Where(a => !a.IsGiven).Select(a => a.Service)]);
    }

    private static async Task<(string Service, bool IsGiven, T? Answer)> AskOneAsync<T>(
        string service, Func<string, CancellationToken, Task<T>> ask, CancellationToken limit, CancellationToken ct)
    {
        try
        {
            return (service, true, await ask(service, limit));
        }
        catch (Exception fault) when (IsAway(fault) && !ct.IsCancellationRequested)
        {
            return (service, false, default);
        }
    }

    /// <summary>No answer in time, no connection, no such database or login, not migrated yet, or no address known in this process.</summary>
    private static bool IsAway(Exception fault) => fault switch
    {
        PostgresException postgres => postgres.SqlState is "42P01" or "3F000" || postgres.SqlState[..2] is "08" or "28" or "3D" or "53" or "57",
        NpgsqlException or TimeoutException or OperationCanceledException or StartupException => true,
        _ => false,
    };
}
