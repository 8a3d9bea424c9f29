using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Waymark.Services.Tests.Given;

/// <summary>The letters that the product has sent.</summary>
internal static partial class Letters
{
    /// <summary>The one letter to an address, as soon as it is there.</summary>
    public static async Task<string> LetterToAsync(this WaymarkApi api, string address)
    {
        var folder = api.Services.GetRequiredService<IConfiguration>()["Mail:Folder"]!;
        return Assert.Single(await Eventually.GetAsync(() => Task.FromResult(To(folder, address)), letters => letters.Count > 0));
    }

    /// <summary>The token of the invitation in a letter.</summary>
    public static string InvitationIn(string letter) => Link().Match(letter).Groups[1].Value;

    private static List<string> To(string folder, string address) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.eml").Select(File.ReadAllText).Where(l => l.Contains($"To: <{address}>", StringComparison.Ordinal))]
        : [];

    [GeneratedRegex("/(?:workspace-invitations|invite)/([A-Za-z0-9_-]+)")]
    private static partial Regex Link();
}
