namespace Waymark.Platform.Mail;

/// <summary>A letter to one person, as plain text.</summary>
/// <param name="To">The address, already checked.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">The body; lines end in <c>\n</c>.</param>
/// <param name="PersonId">Whom it is about, or by whom it was caused, so that it can be found when that person is erased.</param>
public sealed record Letter(string To, string Subject, string Text, Guid? PersonId = null);

/// <summary>Sends letters: into a folder, or through a mail server.</summary>
public interface IMail
{
    /// <summary>Hands the letter over; throws when that is impossible now.</summary>
    Task SendAsync(Letter letter, CancellationToken ct);

    /// <summary>Removes the letters about a person, and those to their address, that are still kept here; those that have left are not ours any more.</summary>
    Task EraseAsync(Guid personId, string? address, CancellationToken ct) => Task.CompletedTask;
}
