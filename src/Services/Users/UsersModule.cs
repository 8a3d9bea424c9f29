using Microsoft.Extensions.DependencyInjection;
using Waymark.Contracts.Projects;
using Waymark.Platform.Messaging.Sagas;
using Waymark.Users.Access;
using Waymark.Users.Erasure;
using Waymark.Users.Invitations;
using Waymark.Users.Members;
using Waymark.Users.Profiles;
using Waymark.Users.Reactions;
using Waymark.Users.Workspaces;

namespace Waymark.Users;

/// <summary>Users: profiles, preferences, workspaces with their members and invitations.</summary>
public sealed class UsersModule : IServiceModule
{
    public string Name => "users";

    public void AddServices(ServiceBuilder builder)
    {
        builder.AddServiceDatabase<UsersDbContext>();
        builder.AddJson(UsersJson.Default);
        builder.Services.AddScoped<Arrival>();
        builder.Services.AddScoped<InviteToWorkspace>();
        builder.Services.AddScoped<OwnProfile>();
        builder.Services.AddScoped<WorkspaceDoor>();
        builder.Services.AddScoped<IUserDirectory, AnswerUserDirectory>();
        builder.Services.AddScoped<IWorkspaceAccess, AnswerWorkspaceAccess>();
        builder.Services.AddScoped<IWorkspaceInvitations, AnswerWorkspaceInvitations>();
        builder.Services.AddScoped<PersonTombstone>();
        builder.Services.AddScoped<WelcomePeople>();
        builder.Services.AddScoped<MakeMembersGuests>();
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        GetProfile.Map(routes);
        EditProfile.Map(routes);
        EditPreferences.Map(routes);
        RequestErasure.Map(routes);
        GetErasure.Map(routes);
        GetUser.Map(routes);
        ListUsers.Map(routes);

        CreateWorkspace.Map(routes);
        ListWorkspaces.Map(routes);
        GetWorkspace.Map(routes);
        EditWorkspace.Map(routes);
        DeleteWorkspace.Map(routes);

        ListWorkspaceMembers.Map(routes);
        AddWorkspaceMember.Map(routes);
        ChangeWorkspaceMember.Map(routes);
        RemoveWorkspaceMember.Map(routes);

        CreateWorkspaceInvitation.Map(routes);
        ListWorkspaceInvitations.Map(routes);
        AcceptWorkspaceInvitation.Map(routes);
    }

    public void Subscribe(Subscriptions events)
    {
        events.On<UserCreated, WelcomePeople>();
        events.On<UserEmailChanged, WelcomePeople>();
        events.On<MemberAdded, MakeMembersGuests>();
        events.Saga<UsersDbContext>(AccountErasure.Plan);
    }
}
