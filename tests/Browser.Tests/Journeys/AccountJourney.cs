using Waymark.Browser.Tests.Browsing;

namespace Waymark.Browser.Tests.Journeys;

public sealed class AccountJourney(RunningProduct product) : Journey(product)
{
    [Fact]
    public async Task A_changed_name_is_seen_at_once()
    {
        var kim = await RegisterAsync("Kim");
        await kim.Page.GotoAsync("/settings/profile");
        await kim.Field("Name").FillAsync("Mona Larsen");
        await kim.Page.Keyboard.PressAsync("Enter");

        await Expect(kim.Button("Mona")).ToBeVisibleAsync();
        await kim.Page.ReloadAsync();
        await Expect(kim.Field("Name")).ToHaveValueAsync("Mona Larsen");
    }

    [Fact]
    public async Task A_changed_password_opens_the_door_the_next_time()
    {
        const string Next = "quite another secret";
        var kim = await RegisterAsync("Kim");
        await kim.Page.GotoAsync("/settings/security");
        await kim.Page.GetByLabel("Current password").FillAsync(Visitor.Password);
        await kim.Page.GetByLabel("New password").FillAsync(Next);
        await kim.Button("Change password").ClickAsync();
        await Expect(kim.Page.GetByText("Your password is changed.")).ToBeVisibleAsync();

        await kim.Button("Kim").ClickAsync();
        await kim.MenuItem("Sign out").ClickAsync();
        await kim.Field("E-mail").FillAsync(kim.Email);
        await kim.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Next);
        await kim.Button("Sign in").ClickAsync();

        await Expect(kim.Button("Kim")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_session_that_is_ended_elsewhere_asks_to_sign_in_again()
    {
        var kim = await RegisterAsync("Kim");
        var other = await OpenAsync("Laptop");
        await other.SignInAsync(kim.Email, Visitor.Password);
        await other.Page.GotoAsync("/projects");
        await Expect(other.Page.GetByRole(AriaRole.Heading, new() { Name = "Projects", Exact = true, Level = 1 })).ToBeVisibleAsync();

        await kim.Page.GotoAsync("/settings/sessions");
        await kim.Button("End the session", isExact: false).ClickAsync();
        await Expect(kim.Page.GetByText("One session ended.")).ToBeVisibleAsync();

        // The browser writes every refusal into its console.
        other.Watch.Expect("401");
        await other.Page.GetByRole(AriaRole.Link, new() { Name = "My tasks" }).ClickAsync();
        await Expect(other.Page.GetByText("Sign in again").First).ToBeVisibleAsync();
    }
}
