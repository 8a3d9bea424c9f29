using Microsoft.Extensions.DependencyInjection;
using Waymark.Contracts.Communication;
using Waymark.Contracts.Projects;
using Waymark.Contracts.Tasks;
using Waymark.Contracts.Users;
using Waymark.Tasks.Approvals;
using Waymark.Tasks.Board;
using Waymark.Tasks.Bulk;
using Waymark.Tasks.Cycles;
using Waymark.Tasks.Dependencies;
using Waymark.Tasks.Difficulty;
using Waymark.Tasks.Erasure;
using Waymark.Tasks.Forecasts;
using Waymark.Tasks.History;
using Waymark.Tasks.Lifecycle;
using Waymark.Tasks.Listing;
using Waymark.Tasks.Planning;
using Waymark.Tasks.Querying;
using Waymark.Tasks.Reactions;
using Waymark.Tasks.Recurring;
using Waymark.Tasks.SavedViews;
using Waymark.Tasks.Searching;
using Waymark.Tasks.Steps;
using Waymark.Tasks.Templates;
using Waymark.Tasks.Trash;
using Waymark.Tasks.Views;
using Waymark.Tasks.Watchers;

namespace Waymark.Tasks;

/// <summary>Tasks: their lifecycle, order on the board, history.</summary>
public sealed class TasksModule : IServiceModule
{
    public string Name => "tasks";

    public void AddServices(ServiceBuilder builder)
    {
        builder.AddServiceDatabase<TasksDbContext>();
        builder.AddJson(TasksJson.Default);
        builder.AddMembership<TasksDbContext>();
        builder.Services.AddScoped<ITaskAccess, TaskAccess>();
        builder.Services.AddScoped<QueriedList>();
        builder.Services.AddSingleton<ListedTasks>();
        builder.Services.AddScoped<KeptQuery>();
        builder.Services.AddScoped<TaskReferences>();
        builder.Services.AddScoped<StepChange>();
        builder.Services.AddScoped<WatcherChange>();
        builder.Services.AddScoped<KeepLabels>();
        builder.Services.AddScoped<KeepMilestones>();
        builder.Services.AddScoped<KeepCustomFields>();
        builder.Services.AddScoped<KeepTaskTypes>();
        builder.Services.AddScoped<KeepProjectParents>();
        builder.Services.AddScoped<CountComments>();
        builder.Services.AddSingleton<EraseTrash>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<EraseTrash>());
        builder.Services.AddSingleton<IndexTexts>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<IndexTexts>());
        builder.Services.AddScoped<KeepAllocations>();
        builder.Services.AddScoped<MoveTasksOfRemovedStates>();
        builder.Services.AddScoped<MakePlannedTasks>();
        builder.Services.AddScoped<WatchCommentedTasks>();
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        CreateTask.Map(routes);
        EditTask.Map(routes);
        ChangeStatus.Map(routes);
        DeleteTask.Map(routes);
        DuplicateTask.Map(routes);
        ChangeTasks.Map(routes);

        GetTask.Map(routes);
        ListTasks.Map(routes);
        CountTasks.Map(routes);
        ListSimilarTasks.Map(routes);
        ListSubtasks.Map(routes);
        GetRollUp.Map(routes);
        GetTaskRollUp.Map(routes);
        GetDifficulty.Map(routes);

        ListSteps.Map(routes);
        AddStep.Map(routes);
        EditStep.Map(routes);
        OrderSteps.Map(routes);
        DeleteStep.Map(routes);

        ListWatchers.Map(routes);
        AddWatcher.Map(routes);
        MuteTask.Map(routes);
        RemoveWatcher.Map(routes);

        GetBoard.Map(routes);
        MoveTask.Map(routes);

        AddDependency.Map(routes);
        RemoveDependency.Map(routes);
        ListDependencies.Map(routes);

        RequestApproval.Map(routes);
        AnswerApproval.Map(routes);
        DelegateApproval.Map(routes);
        WithdrawAnswer.Map(routes);
        WithdrawApproval.Map(routes);
        ListApprovals.Map(routes);

        SaveTaskTemplate.Map(routes);
        DeleteTaskTemplate.Map(routes);
        ListTaskTemplates.Map(routes);
        InstantiateTaskTemplate.Map(routes);

        GetSchedule.Map(routes);
        EditCalendar.Map(routes);
        RescheduleTask.Map(routes);
        ListMilestoneForecasts.Map(routes);

        GetTaskHistory.Map(routes);
        DiffTask.Map(routes);
        UndoChange.Map(routes);

        ListTrash.Map(routes);
        RestoreTask.Map(routes);

        ListCycles.Map(routes);
        CreateCycle.Map(routes);
        EditCycle.Map(routes);
        DeleteCycle.Map(routes);
        EditCycleSettings.Map(routes);
        ChangeCycleScope.Map(routes);
        RemoveCycleTasks.Map(routes);
        CloseCycle.Map(routes);
        ListCycleScope.Map(routes);
        GetCycleCapacity.Map(routes);

        ListViews.Map(routes);
        CreateView.Map(routes);
        EditView.Map(routes);
        DeleteView.Map(routes);

        PreviewRecurrence.Map(routes);
    }

    public void Subscribe(Subscriptions events)
    {
        events.KeepMembership<TasksDbContext>();
        events.On<LabelCreated, KeepLabels>();
        events.On<LabelUpdated, KeepLabels>();
        events.On<LabelDeleted, KeepLabels>();
        events.On<MilestoneCreated, KeepMilestones>();
        events.On<MilestoneUpdated, KeepMilestones>();
        events.On<MilestoneDeleted, KeepMilestones>();
        events.On<ProjectUpdated, MoveTasksOfRemovedStates>();
        events.On<RemovedStatesLeft, MoveTasksOfRemovedStates>();
        events.On<PlannedTasksRequested, MakePlannedTasks>();
        events.On<AllocationCreated, KeepAllocations>();
        events.On<AllocationUpdated, KeepAllocations>();
        events.On<AllocationDeleted, KeepAllocations>();
        events.On<ProjectCreated, KeepTaskTypes>();
        events.On<ProjectUpdated, KeepTaskTypes>();
        events.On<ProjectCreated, KeepProjectParents>();
        events.On<ProjectUpdated, KeepProjectParents>();
        events.On<CustomFieldCreated, KeepCustomFields>();
        events.On<CustomFieldUpdated, KeepCustomFields>();
        events.On<CustomFieldDeleted, KeepCustomFields>();
        events.On<CommentCreated, CountComments>();
        events.On<CommentDeleted, CountComments>();
        events.On<CommentCreated, WatchCommentedTasks>();
        events.On<AccountDetached, EraseAssignments>();
        events.On<ProjectErased, EraseProject>();
    }
}
