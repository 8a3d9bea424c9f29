using System.Text.Json.Serialization;
using Waymark.Contracts.ActivityLog;
using Waymark.Contracts.Communication;
using Waymark.Contracts.Notifications;
using Waymark.Contracts.Projects;
using Waymark.Contracts.Tasks;
using Waymark.Platform.Messaging.Sagas;

namespace Waymark.Users.Erasure;

/// <summary>What the erasure of an account remembers; nothing of it names the person.</summary>
internal sealed record ErasureState
{
    public required Guid UserId { get; init; }

    /// <summary>The hash of the token by which the person follows it.</summary>
    public required string TokenHash { get; init; }

    /// <summary>The hash of the person's address; empty at the end.</summary>
    public required string AddressHash { get; set; }

    public IReadOnlyList<Guid> ErasedProjectIds { get; set; } = [];

    public bool IsWorkspaceAlive { get; set; }
}

/// <summary>
/// Erases an account, service by service. Nothing of it can be taken back, so it has no undoing: a service that does not answer
/// leaves it stuck where operations see it. The order: the door first, then what others see, then the name, and at the
/// very end the credentials and the key of the record, so that everything before is recorded under it.
/// </summary>
internal sealed class AccountErasure(PersonTombstone tombstone)
{
    /// <summary>Longer than all quick retries of a consumer, shorter than anybody's patience.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public static SagaPlan<AccountErasure, ErasureState> Plan { get; } =
        new SagaPlan<AccountErasure, ErasureState>("account-erasure", ErasureJson.Default.ErasureState)
            .Step("access", run => run.Publish(new AccountErasureRequested(run.State.UserId, run.Id, run.State.AddressHash)))
            .Awaits<AccountClosed>(KeyOf)
            .Awaits<MembershipsErased>(KeyOf, (run, e) => (run.State.ErasedProjectIds, run.State.IsWorkspaceAlive) = (e.ErasedProjectIds, e.IsWorkspaceAlive))
            .Within(Patience)
            .Step("content", run => run.Publish(new AccountDetached(run.State.UserId, run.Id, run.State.ErasedProjectIds)))
            .Awaits<AssignmentsErased>(KeyOf)
            .Awaits<MentionsErased>(KeyOf)
            .Awaits<NotificationsErased>(KeyOf)
            .Within(Patience)
            .Step("profile", (saga, run, ct) => saga.EraseProfileAsync(run.State, ct))
            .Step("credentials", run => run.Publish(new AccountAnonymised(run.State.UserId, run.Id)))
            .Awaits<CredentialsErased>(KeyOf)
            .Awaits<ActivityKeyErased>(KeyOf)
            .Within(Patience)
            .Step("end", run =>
            {
                run.State.AddressHash = "";
                run.Publish(new UserDeleted(run.State.UserId));
            });

    /// <summary>There is one erasure for a person.</summary>
    public static string KeyOf(Guid userId) => userId.ToString();

    /// <summary>The id of the erasure that is followed by a token, of which only the hash is kept.</summary>
    public static Guid IdOf(byte[] tokenHash) => new(tokenHash.AsSpan(0, 16), bigEndian: true);

    private Task EraseProfileAsync(ErasureState state, CancellationToken ct) => tombstone.PutAsync(state, ct);

    private static string KeyOf(ErasureEvent e) => KeyOf(e.UserId);
}

[JsonSerializable(typeof(ErasureState))]
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
internal sealed partial class ErasureJson : JsonSerializerContext;
