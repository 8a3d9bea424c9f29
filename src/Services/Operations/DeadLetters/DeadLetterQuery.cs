using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace Waymark.Operations.DeadLetters;

/// <summary>Which dead letters, as a body names them; of several values any may fit.</summary>
public sealed record DeadLetterFilterInput(string[]? Service, string[]? Consumer, string[]? Type, string[]? Reason, string[]? Fingerprint, string? Since)
{
    /// <summary>Whether a list says nothing: taken for no condition at all it would reach every letter there is.</summary>
    internal bool HasEmptyList => new[] { Service, Consumer, Type, Reason, Fingerprint }.Any(l => l?.All(string.IsNullOrWhiteSpace) == true);
}

/// <summary>Which dead letters, as a query string names them; repeated or comma-separated values mean any of. Open ones unless said otherwise.</summary>
public sealed record DeadLetterQuery
{
    /// <summary>Only those of these services.</summary>
    [FromQuery]
    public string[]? Service { get; init; }

    /// <summary>Only those of these consumers.</summary>
    [FromQuery]
    public string[]? Consumer { get; init; }

    /// <summary>Only events of these wire types.</summary>
    [FromQuery]
    public string[]? Type { get; init; }

    /// <summary>Only those given up for these reasons.</summary>
    [FromQuery]
    public string[]? Reason { get; init; }

    /// <summary>Only those that died of these causes.</summary>
    [FromQuery]
    public string[]? Fingerprint { get; init; }

    /// <summary>Only those in these states; without it the open ones.</summary>
    [FromQuery]
    public string[]? State { get; init; }

    /// <summary>Only those that died since an instant.</summary>
    public string? Since { get; init; }

    private static readonly IReadOnlyList<string> StateNames = [.. Enum.GetValues<DeadLetterState>().Select(NameOf)];

    /// <summary>The open ones that a body names.</summary>
    internal static DeadLetterQuery Of(DeadLetterFilterInput input) =>
        new()
        {
            Service = input.Service,
            Consumer = input.Consumer,
            Type = input.Type,
            Reason = input.Reason,
            Fingerprint = input.Fingerprint,
            Since = input.Since,
        };

    /// <summary>The services to ask and the filter to ask with, or the problem of a value that is none.</summary>
    internal (LetterSelection? Selection, Problem? Problem) Read(EveryService every)
    {
        var (services, reasons, states) = (Values(Service), Values(Reason), Values(State) ?? [NameOf(DeadLetterState.Open)]);
        DateTimeOffset since = default;
        if (Unknown(services, every.Names) || Unknown(reasons, ReasonNames.All) || Unknown(states, StateNames))
        {
            return (null, Unknown(services, every.Names) ? OneOf("service", every.Names)
                : Unknown(reasons, ReasonNames.All) ? OneOf("reason", ReasonNames.All) : OneOf("state", StateNames));
        }

        if (Since is not null && !InstantConverter.TryParse(Since, out since))
        {
            return (null, Problems.Invalid("since", "An instant such as 2026-03-01T09:30:00Z is expected."));
        }

        var filter = new DeadLetterFilter
        {
            Consumers = Values(Consumer),
            Types = Values(Type),
            Reasons = reasons?.Select(ReasonNames.InTheBox).ToList(),
            Fingerprints = Values(Fingerprint),
            States = [.. Enum.GetValues<DeadLetterState>().Where(s => states.Contains(NameOf(s)))],
            Since = Since is null ? null : since,
        };
        return (new LetterSelection([.. every.Names.Where(n => services?.Contains(n) != false)], filter), null);
    }

    private static string NameOf(DeadLetterState state) => JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString());

    private static string[]? Values(string[]? given)
    {
        var values = (given ?? []).OfType<string>().SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        return values.ToArray() is { Length: > 0 } some ? some : null;
    }

    private static bool Unknown(string[]? values, IReadOnlyList<string> known) => values?.All(known.Contains) == false;

    private static Problem OneOf(string field, IReadOnlyList<string> known) => Problems.Invalid(field, $"One of {string.Join(", ", known)} is expected.");
}

/// <summary>The services to ask, and for which letters.</summary>
internal sealed record LetterSelection(IReadOnlyList<string> Services, DeadLetterFilter Filter);
