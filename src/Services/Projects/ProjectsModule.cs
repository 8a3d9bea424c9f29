using Microsoft.Extensions.DependencyInjection;
using Waymark.Contracts.Tasks;
using Waymark.Contracts.Users;
using Waymark.Platform.Messaging.Sagas;
using Waymark.Projects.Access;
using Waymark.Projects.Allocations;
using Waymark.Projects.CustomFields;
using Waymark.Projects.DaysOff;
using Waymark.Projects.Erasure;
using Waymark.Projects.Favourites;
using Waymark.Projects.Goals;
using Waymark.Projects.Invitations;
using Waymark.Projects.Labels;
using Waymark.Projects.Lifecycle;
using Waymark.Projects.Members;
using Waymark.Projects.Milestones;
using Waymark.Projects.Parts;
using Waymark.Projects.Rates;
using Waymark.Projects.Reactions;
using Waymark.Projects.Releases;
using Waymark.Projects.Templates;
using Waymark.Projects.TimeEntries;
using Waymark.Projects.Timers;
using Waymark.Projects.TimeSheets;
using Waymark.Projects.Types;
using Waymark.Projects.Views;
using Waymark.Projects.Workflows;
using Waymark.Projects.Workloads;

namespace Waymark.Projects;

/// <summary>Projects: their lifecycle, members, workflow, labels, custom fields, milestones, goals, time, allocations and templates.</summary>
public sealed class ProjectsModule : IServiceModule
{
    public string Name => "projects";

    public void AddServices(ServiceBuilder builder)
    {
        builder.AddServiceDatabase<ProjectsDbContext>();
        builder.AddJson(ProjectsJson.Default);
        builder.Services.AddScoped<ProjectDoor>();
        builder.Services.AddScoped<ProjectChange>();
        builder.Services.AddScoped<InviteAddress>();
        builder.Services.AddScoped<ProjectParts>();
        builder.Services.AddScoped<GoalReading>();
        builder.Services.AddScoped<GoalRules>();
        builder.Services.AddScoped<GoalChange>();
        builder.Services.AddScoped<TimeRules>();
        builder.Services.AddScoped<TemplateWriting>();
        builder.Services.AddScoped<ProjectFromTemplate>();
        builder.Services.AddScoped<OpenSheets>();
        builder.Services.AddScoped<SheetChange>();
        builder.Services.AddScoped<TimerStop>();
        builder.Services.AddScoped<IProjectAccess, AnswerProjectAccess>();
        builder.Services.AddScoped<IProjectOwnership, AnswerProjectOwnership>();
        builder.Services.AddScoped<IProjectInvitations, AnswerProjectInvitations>();
        builder.Services.AddScoped<IProjectDefinitions, AnswerProjectDefinitions>();
        builder.Services.AddScoped<IProjectCapacity, AnswerProjectCapacity>();
        builder.Services.AddScoped<KeepWorkspaces>();
        builder.Services.AddScoped<FollowWorkspaces>();
        builder.Services.AddScoped<MakeLabelsOfTasks>();
        builder.Services.AddScoped<KeepTaskMarks>();
        builder.Services.AddSingleton<EraseDeletedProjects>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<EraseDeletedProjects>());
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        CreateProject.Map(routes);
        EditProject.Map(routes);
        ArchiveProject.Map(routes);
        DeleteProject.Map(routes);
        RestoreProject.Map(routes);
        TransferProject.Map(routes);
        UndoProjectChange.Map(routes);

        GetProject.Map(routes);
        ListProjects.Map(routes);

        ListFavourites.Map(routes);
        MarkFavourite.Map(routes);
        UnmarkFavourite.Map(routes);

        ListProjectMembers.Map(routes);
        AddProjectMember.Map(routes);
        ChangeProjectMember.Map(routes);
        RemoveProjectMember.Map(routes);

        GetInvitation.Map(routes);
        AcceptInvitation.Map(routes);
        RevokeInvitation.Map(routes);

        GetWorkflow.Map(routes);
        EditWorkflow.Map(routes);

        GetTaskTypes.Map(routes);
        EditTaskTypes.Map(routes);

        ListLabels.Map(routes);
        CreateLabel.Map(routes);
        EditLabel.Map(routes);
        DeleteLabel.Map(routes);

        ListMilestones.Map(routes);
        CreateMilestone.Map(routes);
        EditMilestone.Map(routes);
        DeleteMilestone.Map(routes);

        ListReleases.Map(routes);
        CreateRelease.Map(routes);
        EditRelease.Map(routes);
        DeleteRelease.Map(routes);

        ListGoals.Map(routes);
        CreateGoal.Map(routes);
        EditGoal.Map(routes);
        DeleteGoal.Map(routes);

        ListCustomFields.Map(routes);
        CreateCustomField.Map(routes);
        EditCustomField.Map(routes);
        DeleteCustomField.Map(routes);

        ListTimeEntries.Map(routes);
        LogTime.Map(routes);
        EditTimeEntry.Map(routes);
        DeleteTimeEntry.Map(routes);
        ExportTimeEntries.Map(routes);

        ListTimeSheets.Map(routes);
        SubmitTimeSheet.Map(routes);
        DecideTimeSheet.Map(routes);

        ListRates.Map(routes);
        SetRate.Map(routes);
        EditRate.Map(routes);
        DeleteRate.Map(routes);

        GetTimer.Map(routes);
        StartTimer.Map(routes);
        StopTimer.Map(routes);

        SaveProjectTemplate.Map(routes);
        SaveProjectAsTemplate.Map(routes);
        ListProjectTemplates.Map(routes);
        DeleteProjectTemplate.Map(routes);
        InstantiateProjectTemplate.Map(routes);
        GetInstantiation.Map(routes);

        ListAllocations.Map(routes);
        CreateAllocation.Map(routes);
        EditAllocation.Map(routes);
        DeleteAllocation.Map(routes);
        GetWorkload.Map(routes);

        ListDaysOff.Map(routes);
        TakeDayOff.Map(routes);
        DeleteDayOff.Map(routes);
        SetCapacity.Map(routes);
    }

    public void Subscribe(Subscriptions events)
    {
        events.OnBatch<KeepWorkspaces>(KeepWorkspaces.Events);
        events.OnBatch<MakeLabelsOfTasks>(typeof(LabelsNamed));
        events.OnBatch<KeepTaskMarks>(KeepTaskMarks.Events);
        events.On<WorkspaceCreated, FollowWorkspaces>();
        events.On<WorkspaceUpdated, FollowWorkspaces>();
        events.On<WorkspaceDeleted, FollowWorkspaces>();
        events.On<WorkspaceMemberRemoved, FollowWorkspaces>();
        events.On<AccountErasureRequested, EraseMemberships>();
        events.On<UserDeleted, EraseMemberships>();
        events.Saga<ProjectsDbContext>(ProjectFromTemplate.Plan);
    }
}
