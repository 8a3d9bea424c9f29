using System.Text.Json.Serialization;
using Waymark.Communication.Commenting;
using Waymark.Communication.Views;

namespace Waymark.Communication;

/// <summary>The JSON of this service's requests and answers, generated at build time.</summary>
[JsonSerializable(typeof(AddCommentRequest))]
[JsonSerializable(typeof(CommentInput))]
[JsonSerializable(typeof(CommentResponse))]
[JsonSerializable(typeof(Page<CommentResponse>))]
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
internal sealed partial class CommunicationJson : JsonSerializerContext;
