namespace Waymark.Contracts.Projects;

/// <summary>Somebody has put other projects first for themselves, or the same in another order. Which ones is nobody else's business.</summary>
[EventName("favourites.changed")]
public sealed record FavouritesChanged(Guid UserId) : IEvent;
