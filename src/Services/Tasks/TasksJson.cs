using System.Text.Json.Serialization;
using Waymark.Tasks.Approvals;
using Waymark.Tasks.Board;
using Waymark.Tasks.Bulk;
using Waymark.Tasks.Cycles;
using Waymark.Tasks.Dependencies;
using Waymark.Tasks.Difficulty;
using Waymark.Tasks.Forecasts;
using Waymark.Tasks.History;
using Waymark.Tasks.Lifecycle;
using Waymark.Tasks.Listing;
using Waymark.Tasks.Planning;
using Waymark.Tasks.Recurring;
using Waymark.Tasks.SavedViews;
using Waymark.Tasks.Steps;
using Waymark.Tasks.Templates;
using Waymark.Tasks.Trash;
using Waymark.Tasks.Views;
using Waymark.Tasks.Watchers;

namespace Waymark.Tasks;

/// <summary>The JSON of this service's requests and answers, generated at build time.</summary>
[JsonSerializable(typeof(CreateTaskRequest))]
[JsonSerializable(typeof(TaskInput))]
[JsonSerializable(typeof(ChangeStatusRequest))]
[JsonSerializable(typeof(MoveTaskRequest))]
[JsonSerializable(typeof(DuplicateTaskRequest))]
[JsonSerializable(typeof(ChangeTasksRequest))]
[JsonSerializable(typeof(BulkTaskInput))]
[JsonSerializable(typeof(ChangeTasksResponse))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, System.Text.Json.JsonElement>))]
[JsonSerializable(typeof(TaskRecurrenceInput))]
[JsonSerializable(typeof(TaskStepInput))]
[JsonSerializable(typeof(OrderStepsRequest))]
[JsonSerializable(typeof(TaskStep))]
[JsonSerializable(typeof(List<TaskStep>))]
[JsonSerializable(typeof(Page<TaskStep>))]
[JsonSerializable(typeof(AddWatcherRequest))]
[JsonSerializable(typeof(MuteTaskRequest))]
[JsonSerializable(typeof(WatcherResponse))]
[JsonSerializable(typeof(Page<WatcherResponse>))]
[JsonSerializable(typeof(TaskResponse))]
[JsonSerializable(typeof(Page<TaskResponse>))]
[JsonSerializable(typeof(TaskCountResponse))]
[JsonSerializable(typeof(Page<SimilarTaskResponse>))]
[JsonSerializable(typeof(RollUpResponse))]
[JsonSerializable(typeof(TaskRollUpResponse))]
[JsonSerializable(typeof(DifficultyResponse))]
[JsonSerializable(typeof(BoardResponse))]
[JsonSerializable(typeof(AddDependencyRequest))]
[JsonSerializable(typeof(DependencyResponse))]
[JsonSerializable(typeof(Page<DependencyResponse>))]
[JsonSerializable(typeof(RequestApprovalRequest))]
[JsonSerializable(typeof(AnswerApprovalRequest))]
[JsonSerializable(typeof(DelegateApprovalRequest))]
[JsonSerializable(typeof(ApprovalResponse))]
[JsonSerializable(typeof(Page<ApprovalResponse>))]
[JsonSerializable(typeof(CreateTaskTemplateRequest))]
[JsonSerializable(typeof(TaskTemplateInput))]
[JsonSerializable(typeof(TaskTemplateResponse))]
[JsonSerializable(typeof(Page<TaskTemplateResponse>))]
[JsonSerializable(typeof(InstantiateTaskTemplateRequest))]
[JsonSerializable(typeof(ScheduleResponse))]
[JsonSerializable(typeof(Page<MilestoneForecast>))]
[JsonSerializable(typeof(CalendarInput))]
[JsonSerializable(typeof(CalendarResponse))]
[JsonSerializable(typeof(RescheduleOffer))]
[JsonSerializable(typeof(RescheduleTaskRequest))]
[JsonSerializable(typeof(RescheduleResponse))]
[JsonSerializable(typeof(Page<TaskHistoryEntry>))]
[JsonSerializable(typeof(TaskDifference))]
[JsonSerializable(typeof(UndoChangeResponse))]
[JsonSerializable(typeof(Page<TrashedTaskResponse>))]
[JsonSerializable(typeof(RestoreTaskRequest))]
[JsonSerializable(typeof(CycleInput))]
[JsonSerializable(typeof(CycleResponse))]
[JsonSerializable(typeof(Page<CycleResponse>))]
[JsonSerializable(typeof(AddCycleTasksRequest))]
[JsonSerializable(typeof(RemoveCycleTasksRequest))]
[JsonSerializable(typeof(RemovedCycleTasks))]
[JsonSerializable(typeof(CycleSettingsInput))]
[JsonSerializable(typeof(CycleSettingsResponse))]
[JsonSerializable(typeof(CloseCycleRequest))]
[JsonSerializable(typeof(Page<CycleScopeChange>))]
[JsonSerializable(typeof(CycleCapacityResponse))]
[JsonSerializable(typeof(CreateViewRequest))]
[JsonSerializable(typeof(ViewInput))]
[JsonSerializable(typeof(ViewResponse))]
[JsonSerializable(typeof(Page<ViewResponse>))]
[JsonSerializable(typeof(PreviewRecurrenceRequest))]
[JsonSerializable(typeof(RecurrencePreview))]
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
internal sealed partial class TasksJson : JsonSerializerContext;
