using System.Net;
using Waymark.Services.Tests.Given;

namespace Waymark.Services.Tests.Projects.Members;

public sealed class AddProjectMemberTests(Places places) : IClassFixture<Places>
{
    [Fact]
    public async Task A_member_is_added_by_id_and_answered_whole()
    {
        var path = await NewAsync();
        using var answer = await places.Owner.PostAsync($"{path}/members", new { userId = places.Viewer.Id, role = "viewer" });
        var member = await answer.JsonAsync(HttpStatusCode.Created);
        Assert.Equal($"{path}/members/{places.Viewer.Id}", answer.Headers.Location?.ToString());
        Assert.Equal(["userId", "displayName", "avatarUrl", "role", "state", "joinedAt"], member.Names());
        Assert.Equal((places.Viewer.Id, "Vera", "viewer", "active"), (member.Id("userId"), member.Text("displayName"), member.Text("role"), member.Text("state")));
        Assert.Equal(2, (await places.Viewer.ReadAsync(path)).Number("memberCount"));
        await places.Api.ToldAsync(Key(path), "project.created", "member.added");
    }

    [Fact]
    public async Task A_member_is_added_by_address_in_any_spelling_as_a_contributor()
    {
        var path = await NewAsync();
        var member = await places.Owner.PostAsync($"{path}/members", new { email = places.Contributor.Email.ToUpperInvariant() }).JsonAsync(HttpStatusCode.Created);
        Assert.Equal((places.Contributor.Id, "contributor"), (member.Id("userId"), member.Text("role")));
        Assert.False(member.TryGetProperty("email", out _));
    }

    [Fact]
    public async Task Somebody_from_outside_becomes_a_guest_of_the_workspace()
    {
        var workspace = (await places.WorkspaceAsync()).Id();
        await places.TeamProjectAsync(workspaceId: workspace);
        var seen = await Eventually.GetAsync(
            async () =>
            {
                using var answer = await places.Viewer.GetAsync($"/api/workspaces/{workspace}");
                return answer.IsSuccessStatusCode ? (await answer.JsonAsync()).Text("role") : "";
            },
            role => role.Length > 0);
        Assert.Equal("guest", seen);
    }

    [Fact]
    public async Task An_address_without_an_account_is_invited_for_seven_days()
    {
        var path = await NewAsync();
        var address = Places.NewAddress();
        var invited = await places.Owner.PostAsync($"{path}/members", new { email = address, role = "manager" }).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(("invited", "manager", address), (invited.Text("state"), invited.Text("role"), invited.Text("email")));
        Assert.True(invited.IsNull("userId") && invited.IsNull("joinedAt"));
        Assert.StartsWith($"{places.Api.Address.GetLeftPart(UriPartial.Authority)}/invite/", invited.Text("invitationLink"), StringComparison.Ordinal);
        Assert.InRange(invited.GetProperty("expiresAt").GetDateTimeOffset() - TimeProvider.System.GetUtcNow(), TimeSpan.FromDays(6.9), TimeSpan.FromDays(7));

        var listed = (await places.Owner.ReadAsync($"{path}/members")).Items()[1];
        Assert.Equal((invited.Id("invitationId"), "invited"), (listed.Id("invitationId"), listed.Text("state")));
        Assert.False(listed.TryGetProperty("invitationLink", out _));
        Assert.Equal(1, (await places.Owner.ReadAsync(path)).Version());
    }

    [Fact]
    public async Task The_link_is_mailed_and_leads_a_new_account_into_the_project()
    {
        var (path, address) = (await places.TeamProjectAsync("Harbour"), Places.NewAddress());
        var invited = await places.Manager.PostAsync($"{path}/members", new { email = address, role = "viewer" }).JsonAsync(HttpStatusCode.Created);
        var letter = await places.Api.LetterToAsync(address);
        var token = Letters.InvitationIn(letter);
        Assert.EndsWith("/" + token, invited.Text("invitationLink"), StringComparison.Ordinal);
        Assert.Contains($"Subject: {places.Manager.Name} invites you to the project Harbour", letter, StringComparison.Ordinal);

        var newcomer = await places.Api.RegisterAsync("Nora");
        await newcomer.PostAsync($"/api/invitations/{token}/accept").JsonAsync();
        Assert.Equal("viewer", (await newcomer.ReadAsync(path)).Text("role"));
        await newcomer.PostAsync($"/api/invitations/{token}/accept").ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Inviting_an_address_again_makes_the_earlier_link_worthless()
    {
        var path = await NewAsync();
        var address = Places.NewAddress();
        var key = ("Idempotency-Key", Guid.CreateVersion7().ToString());
        var first = await InviteAsync(address);
        using var repeat = await places.Owner.SendAsync(HttpMethod.Post, $"{path}/members", new { email = address.ToUpperInvariant(), role = "viewer" }, key);
        Assert.False(repeat.Headers.Contains("Idempotency-Replayed"));
        var second = await repeat.JsonAsync(HttpStatusCode.Created);

        Assert.Equal((first.Id("invitationId"), "viewer"), (second.Id("invitationId"), second.Text("role")));
        Assert.Equal(2, (await places.Owner.ReadAsync($"{path}/members")).Items().Count);
        await places.Viewer.PostAsync($"/api/invitations/{first.Text("invitationLink").Split('/')[^1]}/accept").ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Viewer.PostAsync($"/api/invitations/{second.Text("invitationLink").Split('/')[^1]}/accept").JsonAsync(HttpStatusCode.OK);

        Task<System.Text.Json.JsonElement> InviteAsync(string email) =>
            places.Owner.SendAsync(HttpMethod.Post, $"{path}/members", new { email }, key).JsonAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Adding_somebody_who_registered_since_closes_the_invitation()
    {
        var path = await NewAsync();
        var person = await places.Api.RegisterAsync("Late");
        await places.Api.QueryAsync<Guid>(
            "projects",
            $"""
            insert into invitation (id, project_id, email, folded, created_at, rank, token_hash, inviter_id, expires_at)
            values (gen_random_uuid(), '{path.Split('/')[^1]}', '{person.Email}', '{person.Email}', now(), 2, decode(md5('{person.Id}'), 'hex'), '{places.Owner.Id}', now() + interval '1 day')
            returning id
            """);
        Assert.Equal(2, (await places.Owner.ReadAsync($"{path}/members")).Items().Count);
        await places.Owner.PostAsync($"{path}/members", new { email = person.Email }).JsonAsync(HttpStatusCode.Created);
        Assert.All((await places.Owner.ReadAsync($"{path}/members")).Items(), member => Assert.Equal("active", member.Text("state")));
    }

    [Fact]
    public async Task A_repeat_with_the_same_idempotency_key_is_replayed_and_another_try_is_refused()
    {
        var path = await NewAsync();
        var key = ("Idempotency-Key", Guid.CreateVersion7().ToString());
        var body = new { userId = places.Viewer.Id };
        await places.Owner.SendAsync(HttpMethod.Post, $"{path}/members", body, key).JsonAsync(HttpStatusCode.Created);
        await places.Owner.SendAsync(HttpMethod.Post, $"{path}/members", body, key).JsonAsync(HttpStatusCode.Created);
        await places.Owner.PostAsync($"{path}/members", body).ProblemAsync(HttpStatusCode.Conflict, "already_member");
    }

    [Fact]
    public async Task A_wrong_request_is_refused()
    {
        var path = await NewAsync();
        await RefusedAsync(new { }, "userId");
        await RefusedAsync(new { userId = places.Viewer.Id, email = places.Viewer.Email }, "userId");
        await RefusedAsync(new { userId = places.Viewer.Id, role = "king" }, "role");
        await RefusedAsync(new { email = "no address" }, "email");
        await RefusedAsync(new { userId = "no id" }, "userId");
        await places.Owner.PostAsync($"{path}/members", new { userId = Guid.CreateVersion7() }).ProblemAsync(HttpStatusCode.NotFound, "not_found");

        async Task RefusedAsync(object body, string member)
        {
            var problem = await places.Owner.PostAsync($"{path}/members", body).ProblemAsync(HttpStatusCode.BadRequest, "invalid");
            Assert.Contains(member, problem.GetProperty("errors").Names());
        }
    }

    [Fact]
    public async Task Managers_add_everybody_but_owners()
    {
        var path = await places.TeamProjectAsync();
        var body = new { userId = places.Stranger.Id, role = "owner" };
        await places.Stranger.PostAsync($"{path}/members", body).ProblemAsync(HttpStatusCode.NotFound, "not_found");
        await places.Contributor.PostAsync($"{path}/members", body).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Manager.PostAsync($"{path}/members", body).ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await places.Manager.PostAsync($"{path}/members", new { userId = places.Stranger.Id, role = "manager" }).JsonAsync(HttpStatusCode.Created);
    }

    private async Task<string> NewAsync() => $"/api/projects/{(await places.OwnProjectAsync()).Id()}";

    private static string Key(string path) => "project:" + path.Split('/')[^1];

    [Fact]
    public async Task Open_invitations_count_among_the_5000_members()
    {
        var path = await places.TeamProjectAsync();
        await places.FillProjectAsync(path, members: 4_999);
        var address = Places.NewAddress();
        await places.Owner.PostAsync($"{path}/members", new { email = address }).JsonAsync(HttpStatusCode.Created);
        await places.Owner.PostAsync($"{path}/members", new { email = address }).JsonAsync(HttpStatusCode.Created);
        await places.Owner.PostAsync($"{path}/members", new { email = Places.NewAddress() }).ProblemAsync(HttpStatusCode.UnprocessableEntity, "too_many_members");
    }
}
