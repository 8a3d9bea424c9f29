using System.Text.Json.Serialization;
using Waymark.Operations.DeadLetters;
using Waymark.Operations.Health;
using Waymark.Operations.Queues;
using Waymark.Operations.Sagas;

namespace Waymark.Operations;

/// <summary>The JSON of this service's requests and answers, generated at build time.</summary>
[JsonSerializable(typeof(DeadLetterPage))]
[JsonSerializable(typeof(DeadLetterGroups))]
[JsonSerializable(typeof(DeadLetterDetails))]
[JsonSerializable(typeof(ReplayDeadLetterRequest))]
[JsonSerializable(typeof(ReplayDeadLettersRequest))]
[JsonSerializable(typeof(ReplayDeadLettersResponse))]
[JsonSerializable(typeof(DiscardDeadLetterRequest))]
[JsonSerializable(typeof(DiscardDeadLettersRequest))]
[JsonSerializable(typeof(DiscardDeadLettersResponse))]
[JsonSerializable(typeof(Page<ServiceQueuesResponse>))]
[JsonSerializable(typeof(SagaPage))]
[JsonSerializable(typeof(ResumeSagaRequest))]
[JsonSerializable(typeof(Page<ServiceHealthResponse>))]
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
internal sealed partial class OperationsJson : JsonSerializerContext;
