using System.Text.Json.Serialization;
using Waymark.Projects.Allocations;
using Waymark.Projects.CustomFields;
using Waymark.Projects.Invitations;
using Waymark.Projects.Labels;
using Waymark.Projects.Lifecycle;
using Waymark.Projects.Members;
using Waymark.Projects.Milestones;
using Waymark.Projects.Templates;
using Waymark.Projects.TimeEntries;
using Waymark.Projects.Timers;
using Waymark.Projects.Types;
using Waymark.Projects.Views;
using Waymark.Projects.Workflows;

namespace Waymark.Projects;

/// <summary>The JSON of this service's requests and answers, generated at build time.</summary>
[JsonSerializable(typeof(CreateProjectRequest))]
[JsonSerializable(typeof(ProjectInput))]
[JsonSerializable(typeof(TransferProjectRequest))]
[JsonSerializable(typeof(ProjectResponse))]
[JsonSerializable(typeof(Page<ProjectResponse>))]
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
[JsonSerializable(typeof(Page<TimeEntryResponse>))]
[JsonSerializable(typeof(StartTimerRequest))]
[JsonSerializable(typeof(TimerResponse))]
[JsonSerializable(typeof(AllocationInput))]
[JsonSerializable(typeof(AllocationResponse))]
[JsonSerializable(typeof(Page<AllocationResponse>))]
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
internal sealed partial class ProjectsJson : JsonSerializerContext;
