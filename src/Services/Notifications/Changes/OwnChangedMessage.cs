using Waymark.Contracts.Projects;

namespace Waymark.Notifications.Changes;

/// <summary>A change of what is one person's own: the live message <c>changed</c> of that person, who need not ask for it.</summary>
public sealed record OwnChangedMessage(string Type, ChangedSubject Subject, long Version, DateTimeOffset At, Guid? ActorId, string? ClientId)
{
    /// <summary>The message of an event, its subject under the id of the person; null for events of what is not one's own.</summary>
    internal static OwnChangedMessage? Of(ReceivedEvent received) =>
        received is { Event: FavouritesChanged e, Context: var context }
            ? new(context.Name, new ChangedSubject("favourites", e.UserId), context.KeyVersion, context.At, context.ActorId, context.ClientId)
            : null;
}
