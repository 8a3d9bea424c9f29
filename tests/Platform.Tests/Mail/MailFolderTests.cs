using System.Text;
using Waymark.Platform.Mail;
using Waymark.Testing;

namespace Waymark.Platform.Tests.Mail;

public sealed class MailFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("waymark-mail-");

    [Fact]
    public async Task A_letter_is_one_file_that_only_the_owner_reads()
    {
        var file = await SendAsync(new Letter("ada@example.org", "Grüße", "Erste Zeile\nzweite: ü\n"));
        var text = await File.ReadAllTextAsync(file.FullName, TestContext.Current.CancellationToken);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode);
        Assert.Contains("From: Waymark <post@waymark.example>\r\nTo: <ada@example.org>\r\n", text, StringComparison.Ordinal);
        Assert.Contains($"Subject: =?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes("Grüße"))}?=\r\n", text, StringComparison.Ordinal);
        Assert.Contains("Date: Sun, 01 Mar 2026 12:00:00 +0000\r\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\nErste Zeile\r\nzweite: ü\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_break_begins_no_header_of_its_own()
    {
        var file = await SendAsync(new Letter("ada@example.org>\r\nBcc: <eve@example.org", "Hello\r\nBcc: eve@example.org", "text"));
        var lines = await File.ReadAllLinesAsync(file.FullName, TestContext.Current.CancellationToken);

        Assert.DoesNotContain(lines, line => line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_letters_about_a_person_and_to_their_address_go_and_all_others_stay()
    {
        var (ada, bob) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var mail = new MailFolder(_folder.FullName, "post@waymark.example", TimeProvider.System);
        var ct = TestContext.Current.CancellationToken;
        await mail.SendAsync(new Letter("ada@example.org", "Hello", "Text", ada), ct);
        await mail.SendAsync(new Letter("bob@example.org", "Hello", $"X-Waymark-Person: {ada}\n", bob), ct);
        await mail.SendAsync(new Letter("eve@example.org", "Hello", $"\nX-Waymark-Person: {ada}\n"), ct);
        await mail.SendAsync(new Letter("lin@example.org", "Hello", "Text", bob), ct);
        await mail.EraseAsync(ada, "Lin@example.org", ct);
        var left = _folder.GetFiles().Select(f => File.ReadAllLines(f.FullName).Single(l => l.StartsWith("To:", StringComparison.Ordinal))).Order();
        Assert.Equal(["To: <bob@example.org>", "To: <eve@example.org>"], left);
        await new MailFolder(Path.Combine(_folder.FullName, "absent"), "post@waymark.example", TimeProvider.System).EraseAsync(ada, "Lin@example.org", ct);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<FileInfo> SendAsync(Letter letter)
    {
        var mail = new MailFolder(Path.Combine(_folder.FullName, "mail"), "post@waymark.example", new ManualTime(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)));
        await mail.SendAsync(letter, TestContext.Current.CancellationToken);
        return Assert.Single(_folder.GetFiles("*", SearchOption.AllDirectories), f => f.Extension == ".eml");
    }
}
