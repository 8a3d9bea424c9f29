using System.Text.Json;

namespace Waymark.Browser.Tests.Looks;

/// <summary>The accessibility checker, run inside a page. Its context must bypass the content policy, which forbids such scripts.</summary>
internal static class Axe
{
    private static readonly string Script = File.ReadAllText(Repository.PathOf("web", "node_modules", "axe-core", "axe.min.js"));

    /// <summary>What is wrong with the page, each with the elements it is about.</summary>
    public static async Task<IReadOnlyList<string>> FindFaultsAsync(IPage page)
    {
        await page.EvaluateAsync(Script);
        var found = await page.EvaluateAsync<JsonElement>(
            "async () => (await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))"
            + ".violations.map(v => `${v.id}: ${v.help}\\n` + v.nodes.map(n => `    ${n.target.join(' ')}  ${n.any.concat(n.all, n.none).map(c => c.message).join('; ')}`).slice(0, 5).join('\\n'))");
        return [.. found.EnumerateArray().Select(fault => fault.GetString()!)];
    }
}
