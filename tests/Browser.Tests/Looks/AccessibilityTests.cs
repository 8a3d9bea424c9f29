using Waymark.Browser.Tests.Browsing;

namespace Waymark.Browser.Tests.Looks;

public sealed class AccessibilityTests(RunningProduct product, ExampleCompany company) : Journey(product)
{
    private static readonly string[] OpenToAll = ["/sign-up", "/sign-in"];
    private static readonly string[] ForMembers =
    [
        "/projects", ExampleCompany.Board, "/p/MOB/list", "/my", "/inbox", "/p/MOB/board?task=MOB-1",
        "/settings/profile", "/settings/appearance", "/settings/security", "/settings/sessions", "/p/MOB/settings/general", "/p/MOB/settings/members", "/p/MOB/settings/labels",
        "/p/MOB/table", "/p/MOB/timeline", "/p/MOB/milestones", "/p/MOB/time", "/p/MOB/workload", "/time", "/p/MOB/settings/workflow", "/p/MOB/settings/fields",
        "/p/MOB/cycles", "/p/MOB/trash", "/p/MOB/settings/calendar", "/p/MOB/timeline?plan=on", "/p/MOB/calendar", "/p/MOB/calendar?zoom=week",
    ];

    /// <summary>Both schemes side by side: while one page comes to rest the other is looked at.</summary>
    [Fact]
    public async Task No_page_keeps_anybody_out_whatever_the_scheme()
    {
        await company.MakeAsync(Product);
        var light = await OpenAsync("Light", new() { ColorScheme = ColorScheme.Light, BypassCSP = true });
        var dark = await OpenAsync("Dark", new() { ColorScheme = ColorScheme.Dark, BypassCSP = true });

        var faults = await Task.WhenAll(CheckAllAsync(light), CheckAllAsync(dark));

        Assert.True(faults.All(f => f.Count == 0), string.Join(Environment.NewLine, faults.SelectMany(f => f)));
    }

    private static async Task<IReadOnlyList<string>> CheckAllAsync(Visitor visitor)
    {
        List<string> faults = [];
        foreach (var path in OpenToAll)
            await CheckAsync(visitor, path, faults);
        await visitor.SignInAsync(ExampleCompany.Email, ExampleCompany.Password);
        foreach (var path in ForMembers)
            await CheckAsync(visitor, path, faults);
        return faults;
    }

    private static async Task CheckAsync(Visitor visitor, string path, List<string> faults)
    {
        await visitor.Page.GotoAsync(path);
        await visitor.SettleAsync();
        faults.AddRange((await Axe.FindFaultsAsync(visitor.Page)).Select(fault => $"{visitor.Name} {path}: {fault}"));
    }
}
