using System.Globalization;
using Npgsql;

namespace Waymark.Tasks.Querying;

/// <summary>Bounds how long the database looks at one read; the limit goes there in the same round trip.</summary>
internal static class LimitedTime
{
    /// <summary>Stands before the statement; the limit is the parameter <c>@timeLimit</c>.</summary>
    public const string Sql = "select set_config('statement_timeout', @timeLimit, true);";

    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(3);

    public static NpgsqlParameter Parameter(TimeSpan limit) => new NpgsqlParameter<string>("timeLimit", limit.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));

    public static bool IsOver(PostgresException fault, CancellationToken ct) => fault.SqlState == PostgresErrorCodes.QueryCanceled && !ct.IsCancellationRequested;
}
