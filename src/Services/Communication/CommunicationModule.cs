using Microsoft.Extensions.DependencyInjection;
using Waymark.Communication.Commenting;
using Waymark.Communication.Erasure;
using Waymark.Communication.Views;
using Waymark.Contracts.Projects;
using Waymark.Contracts.Tasks;
using Waymark.Contracts.Users;

namespace Waymark.Communication;

/// <summary>Comments on tasks: threads, Markdown, mentions.</summary>
public sealed class CommunicationModule : IServiceModule
{
    public string Name => "communication";

    public void AddServices(ServiceBuilder builder)
    {
        builder.AddServiceDatabase<CommunicationDbContext>();
        builder.AddJson(CommunicationJson.Default);
        builder.AddMembership<CommunicationDbContext>();
        builder.AddTaskCopies<CommunicationDbContext>();
        builder.Services.AddScoped<MentionedPeople>();
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        AddComment.Map(routes);
        EditComment.Map(routes);
        DeleteComment.Map(routes);

        GetComment.Map(routes);
        ListComments.Map(routes);
    }

    public void Subscribe(Subscriptions events)
    {
        events.KeepMembership<CommunicationDbContext>();
        events.KeepTasks<CommunicationDbContext>();
        events.On<AccountDetached, EraseMentions>();
        events.On<TaskErased, EraseComments>();
        events.On<ProjectErased, EraseComments>();
    }
}
