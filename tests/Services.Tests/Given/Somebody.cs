namespace Waymark.Services.Tests.Given;

/// <summary>People who were never registered: services that only look at tokens and memberships take them as they are.</summary>
internal static class Somebody
{
    /// <summary>Somebody new, or the one with this id.</summary>
    public static Person Someone(this WaymarkApi api, Guid? id = null)
    {
        var userId = id ?? Guid.CreateVersion7();
        return new Person(userId, "Somebody", "", api.As(userId));
    }

    /// <summary>A connection of this person to the live hub.</summary>
    public static Task<HubConnection> ConnectAsync(this WaymarkApi api, Person person) =>
        HubConnection.OpenAsync(api.Address, $"/hubs/live?access_token={person.Client.DefaultRequestHeaders.Authorization!.Parameter}", null, CancellationToken.None);
}
