namespace Waymark.Architecture.Tests.Document.Examples;

/// <summary>Who and what the examples speak of, as raw JSON, and the values of members that no table names.</summary>
internal static class ExampleIds
{
    public const string SomeId = "0198c2f0-7d41-7c55-9e0b-5a3f6e1d2c07";
    public const string SomeInstant = "2026-03-01T09:30:00Z";
    public const string SomeDate = "2026-03-12";

    public const string Ada = "\"0198c2ee-1a00-7a31-b6f0-2f6d8a4c1e01\"";
    public const string Grace = "\"0198c2ee-2b00-7c02-9d11-73a0b1c2d3e4\"";
    public const string Workspace = "\"0198c2ee-3c00-7f10-8a22-94d5e6f70812\"";
    public const string Project = "\"0198c2ef-4d00-7b20-a133-b5e6f7081923\"";
    public const string SomeTask = $"\"{SomeId}\"";
    public const string OtherTask = "\"0198c2f3-7c10-7d50-8c22-6a4f7e2d3c18\"";
    public const string Comment = "\"0198c2f1-5e00-7d30-b244-c6f708192a34\"";
    public const string Label = "\"0198c2ef-6f00-7e40-8355-d708192a3b45\"";
    public const string Step = "\"0198c2f0-8c10-7a61-8d2e-0b1c2d3e4f50\"";
    public const string Change = "\"0198c2f0-9a10-7b22-8f4e-1c2d3e4f5a6b\"";
}
