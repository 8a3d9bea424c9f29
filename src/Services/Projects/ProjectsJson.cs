using System.Text.Json.Serialization;
using Waymark.Projects.Allocations;
using Waymark.Projects.CustomFields;
using Waymark.Projects.DaysOff;
using Waymark.Projects.Favourites;
using Waymark.Projects.Goals;
using Waymark.Projects.Invitations;
using Waymark.Projects.Labels;
using Waymark.Projects.Lifecycle;
using Waymark.Projects.Members;
using Waymark.Projects.Milestones;
using Waymark.Projects.Rates;
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

/// <summary>The JSON of this service's requests and answers, generated at build time.</summary>
[JsonSerializable(typeof(CreateProjectRequest))]
[JsonSerializable(typeof(ProjectInput))]
[JsonSerializable(typeof(TransferProjectRequest))]
[JsonSerializable(typeof(ProjectResponse))]
[JsonSerializable(typeof(Page<ProjectResponse>))]
[JsonSerializable(typeof(MarkFavouriteRequest))]
[JsonSerializable(typeof(FavouriteResponse))]
[JsonSerializable(typeof(Page<FavouriteResponse>))]
[JsonSerializable(typeof(AddProjectMemberRequest))]
[JsonSerializable(typeof(ChangeProjectMemberRequest))]
[JsonSerializable(typeof(ProjectMemberResponse))]
[JsonSerializable(typeof(Page<ProjectMemberResponse>))]
[JsonSerializable(typeof(InvitationResponse))]
[JsonSerializable(typeof(EditWorkflowRequest))]
[JsonSerializable(typeof(EditTaskTypesRequest))]
[JsonSerializable(typeof(TaskTypesResponse))]
[JsonSerializable(typeof(WorkflowResponse))]
[JsonSerializable(typeof(LabelInput))]
[JsonSerializable(typeof(LabelResponse))]
[JsonSerializable(typeof(Page<LabelResponse>))]
[JsonSerializable(typeof(MilestoneInput))]
[JsonSerializable(typeof(MilestoneResponse))]
[JsonSerializable(typeof(Page<MilestoneResponse>))]
[JsonSerializable(typeof(CreateGoalRequest))]
[JsonSerializable(typeof(GoalInput))]
[JsonSerializable(typeof(GoalResponse))]
[JsonSerializable(typeof(Page<GoalResponse>))]
[JsonSerializable(typeof(ReleaseInput))]
[JsonSerializable(typeof(ReleaseResponse))]
[JsonSerializable(typeof(Page<ReleaseResponse>))]
[JsonSerializable(typeof(CustomFieldInput))]
[JsonSerializable(typeof(CustomFieldResponse))]
[JsonSerializable(typeof(Page<CustomFieldResponse>))]
[JsonSerializable(typeof(CreateProjectTemplateRequest))]
[JsonSerializable(typeof(ProjectTemplateInput))]
[JsonSerializable(typeof(SaveProjectAsTemplateRequest))]
[JsonSerializable(typeof(ProjectTemplateResponse))]
[JsonSerializable(typeof(Page<ProjectTemplateItem>))]
[JsonSerializable(typeof(InstantiateProjectTemplateRequest))]
[JsonSerializable(typeof(InstantiationResponse))]
[JsonSerializable(typeof(TimeEntryInput))]
[JsonSerializable(typeof(TimeEntryResponse))]
[JsonSerializable(typeof(Page<PricedTimeEntryResponse>))]
[JsonSerializable(typeof(RejectTimeSheetRequest))]
[JsonSerializable(typeof(TimeSheetResponse))]
[JsonSerializable(typeof(Page<TimeSheetResponse>))]
[JsonSerializable(typeof(RateInput))]
[JsonSerializable(typeof(RateResponse))]
[JsonSerializable(typeof(Page<RateResponse>))]
[JsonSerializable(typeof(StartTimerRequest))]
[JsonSerializable(typeof(TimerResponse))]
[JsonSerializable(typeof(AllocationInput))]
[JsonSerializable(typeof(AllocationResponse))]
[JsonSerializable(typeof(Page<AllocationResponse>))]
[JsonSerializable(typeof(DayOffInput))]
[JsonSerializable(typeof(DayOffResponse))]
[JsonSerializable(typeof(Page<DayOffResponse>))]
[JsonSerializable(typeof(CapacityInput))]
[JsonSerializable(typeof(CapacityResponse))]
[JsonSerializable(typeof(Page<WorkloadResponse>))]
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
internal sealed partial class ProjectsJson : JsonSerializerContext;
