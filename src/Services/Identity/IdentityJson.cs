using System.Text.Json.Serialization;
using Waymark.Identity.Credentials;
using Waymark.Identity.Keys;
using Waymark.Identity.Sessions;
using Waymark.Identity.SignIn;

namespace Waymark.Identity;

/// <summary>The JSON of this service's requests and answers, generated at build time.</summary>
[JsonSerializable(typeof(RegisterRequest))]
[JsonSerializable(typeof(LogInRequest))]
[JsonSerializable(typeof(SignedInResponse))]
[JsonSerializable(typeof(RefreshSessionRequest))]
[JsonSerializable(typeof(LogOutRequest))]
[JsonSerializable(typeof(Page<SessionResponse>))]
[JsonSerializable(typeof(ChangePasswordRequest))]
[JsonSerializable(typeof(ChangeEmailRequest))]
[JsonSerializable(typeof(ForgotPasswordRequest))]
[JsonSerializable(typeof(ResetPasswordRequest))]
[JsonSerializable(typeof(OpenIdConfiguration))]
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
internal sealed partial class IdentityJson : JsonSerializerContext;
