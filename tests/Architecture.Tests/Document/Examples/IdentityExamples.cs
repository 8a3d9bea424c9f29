using static Waymark.Architecture.Tests.Document.Examples.ExampleIds;

namespace Waymark.Architecture.Tests.Document.Examples;

/// <summary>Sign-in, sessions and tokens.</summary>
internal static class IdentityExamples
{
    public static readonly IReadOnlyDictionary<string, string> Values = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["accessToken"] = "\"eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCIsImtpZCI6IjAxIn0.eyJzdWIiOiIwMTk4YzJlZSJ9.c2lnbmF0dXJl\"",
        ["address"] = "\"192.0.2.17\"",
        ["alg"] = "\"ES256\"",
        ["claims_supported"] = """["iss", "sub", "aud", "exp"]""",
        ["crv"] = "\"P-256\"",
        ["currentPassword"] = "\"correct horse battery staple\"",
        ["device"] = "\"Firefox on Linux\"",
        ["expiresIn"] = "900",
        ["id_token_signing_alg_values_supported"] = """["ES256"]""",
        ["issuer"] = "\"https://waymark.example.org\"",
        ["jwks_uri"] = "\"https://waymark.example.org/.well-known/jwks.json\"",
        ["kid"] = "\"nYJw8x3J1oQ7g2KkVb5w0c\"",
        ["kty"] = "\"EC\"",
        ["newPassword"] = "\"a quieter meadow behind the mill\"",
        ["refreshToken"] = "\"wmr_5f2d8c1e9a7b4f60\"",
        ["response_types_supported"] = "[]",
        ["SignedInUser.id"] = Ada,
        ["subject_types_supported"] = """["public"]""",
        ["token"] = "\"wmp_9c1e7b4f2d8a\"",
        ["tokenType"] = "\"Bearer\"",
        ["use"] = "\"sig\"",
        ["x"] = "\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\"",
        ["y"] = "\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"",
    };
}
