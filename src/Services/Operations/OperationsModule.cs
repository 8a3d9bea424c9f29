using Microsoft.Extensions.DependencyInjection;
using Waymark.Operations.DeadLetters;
using Waymark.Operations.Health;
using Waymark.Operations.Queues;
using Waymark.Operations.Sagas;

namespace Waymark.Operations;

/// <summary>Operations: what waits and what has failed in every service, in one place.</summary>
public sealed class OperationsModule : IServiceModule
{
    public string Name => "operations";

    public void AddServices(ServiceBuilder builder)
    {
        builder.AddServiceDatabase<OperationsDbContext>();
        builder.AddJson(OperationsJson.Default);
        builder.Services.AddSingleton<EveryService>();
        builder.Services.AddSingleton<LetterBoxes>();
        builder.Services.AddScoped<LetterActs>();
        builder.Services.AddSingleton<SagaBoxes>();
        builder.Services.AddScoped<SagaActs>();
        builder.Services.AddHostedService<CompleteActs>();
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        ListDeadLetters.Map(routes);
        ListDeadLetterGroups.Map(routes);
        GetDeadLetter.Map(routes);
        ReplayDeadLetter.Map(routes);
        ReplayDeadLetters.Map(routes);
        DiscardDeadLetter.Map(routes);
        DiscardDeadLetters.Map(routes);

        ListSagas.Map(routes);
        ResumeSaga.Map(routes);

        ListQueues.Map(routes);
        ListServices.Map(routes);
    }

    public void Subscribe(Subscriptions events)
    {
        // It reacts to nothing: it looks when it is asked.
    }
}
