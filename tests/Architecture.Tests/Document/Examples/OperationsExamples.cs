namespace Waymark.Architecture.Tests.Document.Examples;

/// <summary>Dead letters, sagas and the health of services.</summary>
internal static class OperationsExamples
{
    public static readonly IReadOnlyDictionary<string, string[]> RequestMembers = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["ReplayDeadLettersRequest"] = ["filter", "reason"],
        ["DiscardDeadLettersRequest"] = ["filter", "reason"],
    };

    public static readonly IReadOnlyDictionary<string, string> Values = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["DeadLetterResponse.reason"] = "\"retries_exhausted\"",
        ["DeadLetterDetails.reason"] = "\"retries_exhausted\"",
        ["SagaResponse.reason"] = "\"Step access waited too long for account.closed.\"",
        ["SagaResponse.service"] = "\"users\"",
        ["SagaResponse.type"] = "\"account-erasure\"",
        ["SagaResponse.key"] = "\"0198c2f1-5e00-7d30-b244-c6f708192a34\"",
        ["SagaResponse.status"] = "\"running\"",
        ["SagaResponse.step"] = "\"access\"",
        ["SagaResponse.isStuck"] = "true",
        ["SagaResponse.received"] = "[]",
        ["SagaResponse.dueAt"] = "null",
        ["service"] = "\"tasks\"",
        ["consumer"] = "\"tasks.count-comments\"",
        ["DeadLetterResponse.type"] = "\"waymark.comment.created.v1\"",
        ["DeadLetterDetails.type"] = "\"waymark.comment.created.v1\"",
        ["DeadEventResponse.type"] = "\"waymark.comment.created.v1\"",
        ["source"] = "\"/waymark/communication\"",
        ["partitionKey"] = "\"comment:0198c2f1-5e00-7d30-b244-c6f708192a34\"",
        ["keyVersion"] = "1",
        ["errorType"] = "\"NpgsqlException\"",
        ["errorMessage"] = "\"The database does not answer.\"",
        ["fingerprint"] = "\"8c1f6e2a\"",
        ["DeadLetterFilterInput.service"] = """["tasks"]""",
        ["DeadLetterFilterInput.consumer"] = "null",
        ["DeadLetterFilterInput.type"] = "null",
        ["DeadLetterFilterInput.reason"] = "null",
        ["DeadLetterFilterInput.fingerprint"] = """["8c1f6e2a"]""",
        ["DeadLetterFilterInput.since"] = "null",
        ["unreachable"] = "[]",
        ["resolvedAt"] = "null",
        ["resolvedBy"] = "null",
        ["DeadLetterResponse.note"] = "null",
        ["DeadLetterDetails.note"] = "null",
        ["correlationId"] = "\"4bf92f3577b34da6a3ce929d0e0e4736\"",
        ["traceParent"] = "\"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\"",
        ["payload"] = """{"taskId": "0198c2f0-7d41-7c55-9e0b-5a3f6e1d2c07", "changes": "•••"}""",
        ["ServiceHealthResponse.name"] = "\"tasks\"",
        ["ServiceHealthResponse.status"] = "\"up\"",
        ["ConsumerResponse.name"] = "\"tasks.count-comments\"",
        ["lastError"] = "null",
    };
}
