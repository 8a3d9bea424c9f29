namespace Waymark.Platform.Mail;

/// <summary>A letter to one person, as plain text.</summary>
/// <param name="To">The address, already checked.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">The body; lines end in <c>\n</c>.</param>
public sealed record Letter(string To, string Subject, string Text);

/// <summary>Sends letters: into a folder, or through a mail server.</summary>
public interface IMail
{
    /// <summary>Hands the letter over; throws when that is impossible now.</summary>
    Task SendAsync(Letter letter, CancellationToken ct);
}
