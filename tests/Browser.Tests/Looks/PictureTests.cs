using Waymark.Browser.Tests.Browsing;

namespace Waymark.Browser.Tests.Looks;

/// <summary>Pictures of the product for people to look at; each page must come up whole and without a fault.</summary>
public sealed class PictureTests(RunningProduct product, ExampleCompany company) : Journey(product)
{
    private static readonly string[] Views =
    [
        "list", "table", "timeline", "milestones", "cycles", "trash", "time", "workload",
        "settings/general", "settings/workflow", "settings/fields", "settings/labels", "settings/calendar",
    ];

    [Fact]
    public async Task The_sign_up_page_is_pictured()
    {
        var visitor = await OpenAsync("Newcomer");
        await TakeAsync(visitor, "/sign-up", "sign-up");
    }

    /// <summary>Both schemes side by side: while one page comes to rest the other is pictured.</summary>
    [Fact]
    public async Task The_pages_of_a_company_at_work_are_pictured_in_both_schemes()
    {
        await company.MakeAsync(Product);
        var light = await OpenAsync("Light", new() { ColorScheme = ColorScheme.Light });
        var dark = await OpenAsync("Dark", new() { ColorScheme = ColorScheme.Dark });

        await Task.WhenAll(TakeAllAsync(light), TakeAllAsync(dark));
    }

    [Fact]
    public async Task Pages_of_a_language_from_right_to_left_are_mirrored()
    {
        await company.MakeAsync(Product);
        var ada = await OpenAsync("Ada");
        await ada.SignInAsync(ExampleCompany.Email, ExampleCompany.Password);
        await ada.Context.AddInitScriptAsync("document.addEventListener('DOMContentLoaded', () => { document.documentElement.dir = 'rtl'; })");
        foreach (var view in (string[])["board", "list", "table", "timeline"])
        {
            await TakeAsync(ada, "/p/MOB/" + view, $"{view}-rtl");
            var sidebar = await ada.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).BoundingBoxAsync();
            Assert.True(sidebar!.X > 700, "The sidebar stands at the end of the line that is read from right to left.");
            Assert.Equal(1440, await ada.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }
    }

    [Fact]
    public async Task The_board_on_a_phone_is_pictured()
    {
        await company.MakeAsync(Product);
        var ada = await OpenAsync("Ada", new() { ViewportSize = new() { Width = 390, Height = 844 }, DeviceScaleFactor = 2, HasTouch = true, IsMobile = true });
        await ada.SignInAsync(ExampleCompany.Email, ExampleCompany.Password);
        await TakeAsync(ada, ExampleCompany.Board, "board-phone");
        var width = await ada.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.Equal(390, width);
    }

    private static async Task TakeAllAsync(Visitor ada)
    {
        await ada.SignInAsync(ExampleCompany.Email, ExampleCompany.Password);
        var look = ada.Name.ToLowerInvariant();
        await TakeAsync(ada, ExampleCompany.Board, "board-" + look);
        await TakeAsync(ada, ExampleCompany.Board + "?task=MOB-1", "peek-" + look);
        await TakeAsync(ada, "/inbox", "inbox-" + look);
        foreach (var view in Views)
            await TakeAsync(ada, "/p/MOB/" + view, $"{view.Replace('/', '-')}-{look}");
        await TakeAsync(ada, "/time", "my-time-" + look);
    }

    private static async Task TakeAsync(Visitor visitor, string path, string name)
    {
        await visitor.Page.GotoAsync(path);
        await visitor.SettleAsync();
        var file = Pictures.PathOf(name + ".png");
        await visitor.Page.ScreenshotAsync(new() { Path = file });
        Assert.True(new FileInfo(file).Length > 10_000, $"{file} shows next to nothing.");
    }
}
