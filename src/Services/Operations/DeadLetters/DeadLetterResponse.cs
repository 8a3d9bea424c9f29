using System.Text.Json;

namespace Waymark.Operations.DeadLetters;

/// <summary>Which way an event went when it died.</summary>
public enum DeadLetterDirection
{
    /// <summary>Out of the outbox of the service that published it.</summary>
    Outgoing,

    /// <summary>Into a consumer.</summary>
    Incoming,
}

/// <summary>A dead letter without its payload.</summary>
public record DeadLetterResponse
{
    public required Guid Id { get; init; }

    public required string Service { get; init; }

    public required DeadLetterDirection Direction { get; init; }

    /// <summary>Null when it died on its way out.</summary>
    public string? Consumer { get; init; }

    public required Guid MessageId { get; init; }

    public required string Type { get; init; }

    public required string Source { get; init; }

    public required string PartitionKey { get; init; }

    public required long KeyVersion { get; init; }

    public Guid? WorkspaceId { get; init; }

    public required string Reason { get; init; }

    public string? ErrorType { get; init; }

    public string? ErrorMessage { get; init; }

    /// <summary>Equal for those that died of one cause.</summary>
    public required string Fingerprint { get; init; }

    public required int Attempts { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }

    public required DateTimeOffset DiedAt { get; init; }

    public required DeadLetterState State { get; init; }

    public required int ReplayCount { get; init; }

    /// <summary>Whether it arrived longer ago than the inbox remembers: a replay must be forced and might double an effect.</summary>
    public required bool NeedsForce { get; init; }

    public DateTimeOffset? ResolvedAt { get; init; }

    public string? ResolvedBy { get; init; }

    /// <summary>Why it was discarded.</summary>
    public string? Note { get; init; }

    internal static DeadLetterResponse Of(string service, DeadLetter letter) => new(service, letter);

    /// <summary>For the serializer.</summary>
    public DeadLetterResponse()
    {
    }

    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    private protected DeadLetterResponse(string service, DeadLetter letter)
    {
        Id = letter.Id;
        Service = service;
        Direction = letter.IsOutgoing ? DeadLetterDirection.Outgoing : DeadLetterDirection.Incoming;
        Consumer = letter.IsOutgoing ? null : letter.Consumer;
        MessageId = letter.MessageId;
        Type = letter.Type;
        Source = letter.Source;
        PartitionKey = letter.PartitionKey;
        KeyVersion = letter.KeyVersion;
        WorkspaceId = letter.TenantId;
        Reason = ReasonNames.OnTheWire(letter.Reason);
        ErrorType = letter.ErrorType;
        ErrorMessage = letter.ErrorMessage;
        Fingerprint = letter.Fingerprint;
        Attempts = letter.Attempts;
        FirstSeenAt = letter.FirstSeen;
        DiedAt = letter.DiedAt;
        State = letter.State;
        ReplayCount = letter.ReplayCount;
        NeedsForce = letter.IsForgotten;
        ResolvedAt = letter.ResolvedAt;
        ResolvedBy = letter.ResolvedBy;
        Note = letter.Note;
    }
}

/// <summary>The attributes of the envelope in which an event died.</summary>
public sealed record DeadEventResponse(Guid Id, string Type, string Source, DateTimeOffset At, string PartitionKey, long KeyVersion, Guid? WorkspaceId,
    Guid? ActorId, Guid? ChangeId, string? ClientId, string? CorrelationId, Guid? CausationId, string? TraceParent);

/// <summary>A dead letter with its event.</summary>
public sealed record DeadLetterDetails : DeadLetterResponse
{
    /// <summary>For the serializer.</summary>
    public DeadLetterDetails()
    {
    }

    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    private DeadLetterDetails(string service, DeadLetterContents contents)
        : base(service, contents.Letter)
    {
        var e = contents.Event;
        Event = e is null
            ? null
            : new DeadEventResponse(e.Id, e.Type, e.Source, e.At, e.PartitionKey, e.KeyVersion, e.TenantId, e.ActorId, e.ChangeId, e.ClientId,
                e.CorrelationId, e.CausationId, contents.TraceParent);
    }

    /// <summary>Null when the envelope cannot be read.</summary>
    public DeadEventResponse? Event { get; init; }

    /// <summary>Whether texts and numbers of the payload are blotted out.</summary>
    public required bool IsMasked { get; init; }

    /// <summary>The payload; a text where it is no JSON, and null where such a text is masked.</summary>
    public JsonElement? Payload { get; init; }

    internal static DeadLetterDetails Of(string service, DeadLetterContents contents, bool isMasked) => new(service, contents)
    {
        IsMasked = isMasked,
        Payload = isMasked ? ShownPayload.Masked(contents.Data) : ShownPayload.Whole(contents.Data),
    };
}

/// <summary>Reasons are written in snake_case in the API.</summary>
internal static class ReasonNames
{
    public static readonly IReadOnlyList<string> All = [.. DeadLetterReason.All.Select(OnTheWire)];

    public static string OnTheWire(string reason) => reason.Replace('-', '_');

    public static string InTheBox(string name) => name.Replace('_', '-');
}
