using System.Text.Json.Serialization;
using Waymark.ActivityLog.Sealing;
using Waymark.ActivityLog.Views;

namespace Waymark.ActivityLog;

/// <summary>The JSON of this service's answers, generated at build time.</summary>
[JsonSerializable(typeof(Page<ActivityResponse>))]
[JsonSerializable(typeof(ActivityVerification))]
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
internal sealed partial class ActivityLogJson : JsonSerializerContext;
