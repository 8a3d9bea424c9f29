using System.Globalization;
using System.Text;

namespace Waymark.Platform.Mail;

/// <summary>
/// Writes each letter as a file of RFC 5322 that any mail program opens. A file appears whole under its final name, so a
/// reader never sees half a letter; only the owner may read it, for it may hold a link that signs somebody in.
/// </summary>
public sealed class MailFolder(string folder, string sender, TimeProvider clock) : IMail
{
    private const string PersonHeader = "X-Waymark-Person: ";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <inheritdoc />
    public async Task SendAsync(Letter letter, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        var id = Guid.CreateVersion7(at);
        Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        var target = Path.Combine(folder, $"{id:N}.eml");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly };
        await using (var file = new FileStream(target + ".part", options))
        {
            await file.WriteAsync(Format(letter, id, at), ct);
        }

        File.Move(target + ".part", target);
    }

    /// <inheritdoc />
    public async Task EraseAsync(Guid personId, string? address, CancellationToken ct)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        string[] marks = address is null ? [PersonHeader + personId] : [PersonHeader + personId, ToHeader(address)];
        foreach (var file in Directory.EnumerateFiles(folder, "*.eml"))
        {
            if (await IsMarkedAsync(file, marks, ct))
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>The header stands before the first empty line; what stands in a letter's text marks nothing.</summary>
    private static async Task<bool> IsMarkedAsync(string file, string[] marks, CancellationToken ct)
    {
        using var letter = new StreamReader(file, Encoding.UTF8);
        while (await letter.ReadLineAsync(ct) is { Length: > 0 } line)
        {
            if (marks.Contains(line, StringComparer.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private byte[] Format(Letter letter, Guid id, DateTimeOffset at)
    {
        var text = new StringBuilder()
            .Append("From: Waymark <").Append(OneLine(sender)).Append(">\r\n")
            .Append(ToHeader(letter.To)).Append("\r\n")
            .Append("Subject: ").Append(Encoded(OneLine(letter.Subject))).Append("\r\n")
            .Append("Date: ").Append(at.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture)).Append("\r\n")
            .Append("Message-ID: <").Append(id.ToString("N")).Append("@waymark>\r\n")
            .Append(letter.PersonId is { } person ? PersonHeader + person + "\r\n" : "")
            .Append("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n")
            .Append(letter.Text.ReplaceLineEndings("\r\n"));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string ToHeader(string address) => $"To: <{OneLine(address)}>";

    /// <summary>A line break in a header would begin another header.</summary>
    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    /// <summary>An encoded word (RFC 2047) where the text is not plain ASCII.</summary>
    private static string Encoded(string text) =>
        Ascii.IsValid(text) ? text : $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}?=";
}
