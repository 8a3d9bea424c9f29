using System.Text.Json.Serialization;
using Waymark.Tasks.Board;
using Waymark.Tasks.Dependencies;
using Waymark.Tasks.History;
using Waymark.Tasks.Lifecycle;
using Waymark.Tasks.Planning;
using Waymark.Tasks.Recurring;
using Waymark.Tasks.Views;

namespace Waymark.Tasks;

/// <summary>The JSON of this service's requests and answers, generated at build time.</summary>
[JsonSerializable(typeof(CreateTaskRequest))]
[JsonSerializable(typeof(TaskInput))]
[JsonSerializable(typeof(ChangeStatusRequest))]
[JsonSerializable(typeof(MoveTaskRequest))]
[JsonSerializable(typeof(TaskResponse))]
[JsonSerializable(typeof(Page<TaskResponse>))]
[JsonSerializable(typeof(BoardResponse))]
[JsonSerializable(typeof(AddDependencyRequest))]
[JsonSerializable(typeof(DependencyResponse))]
[JsonSerializable(typeof(Page<DependencyResponse>))]
[JsonSerializable(typeof(ScheduleResponse))]
[JsonSerializable(typeof(CalendarInput))]
[JsonSerializable(typeof(CalendarResponse))]
[JsonSerializable(typeof(RescheduleOffer))]
[JsonSerializable(typeof(RescheduleTaskRequest))]
[JsonSerializable(typeof(RescheduleResponse))]
[JsonSerializable(typeof(Page<TaskHistoryEntry>))]
[JsonSerializable(typeof(UndoChangeResponse))]
[JsonSerializable(typeof(PreviewRecurrenceRequest))]
[JsonSerializable(typeof(RecurrencePreview))]
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
internal sealed partial class TasksJson : JsonSerializerContext;
