using System.Buffers;
using System.IO.Pipelines;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Waymark.Platform.Http;

/// <summary>
/// 200 with a table as comma-separated values (RFC 4180), sent row by row as it is read; made by <see cref="Answers.Csv"/>. What a
/// spreadsheet would take for a formula is sent with an apostrophe in front.
/// </summary>
public sealed class CsvAnswer : IResult, IEndpointMetadataProvider, IStatusCodeHttpResult
{
    /// <summary>The media type.</summary>
    public const string MediaType = "text/csv";

    private const int FlushAt = 16 * 1024;
    private static readonly SearchValues<char> InNeedOfQuotes = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> StartOfFormula = SearchValues.Create("=+-@\t\r");

    private readonly string _fileName;
    private readonly IReadOnlyList<string> _head;
    private readonly IAsyncEnumerable<IReadOnlyList<string?>> _rows;

    internal CsvAnswer(string fileName, IReadOnlyList<string> head, IAsyncEnumerable<IReadOnlyList<string?>> rows) => (_fileName, _head, _rows) = (fileName, head, rows);

    int? IStatusCodeHttpResult.StatusCode => StatusCodes.Status200OK;

    /// <inheritdoc />
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), [MediaType]));

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = MediaType + "; charset=utf-8; header=present";
        response.Headers.ContentDisposition = $"attachment; filename=\"{_fileName}\"";
        response.Headers.CacheControl = "private, no-store";
        Write(response.BodyWriter, _head);
        await foreach (var row in _rows.WithCancellation(httpContext.RequestAborted))
        {
            Write(response.BodyWriter, row);
            if (response.BodyWriter.UnflushedBytes >= FlushAt)
            {
                await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
            }
        }

        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    private static void Write(PipeWriter body, IReadOnlyList<string?> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            Encoding.UTF8.GetBytes((i == 0 ? "" : ",") + Cell(cells[i] ?? ""), body);
        }

        body.Write("\r\n"u8);
    }

    private static string Cell(string text)
    {
        var harmless = text.Length > 0 && StartOfFormula.Contains(text[0]) ? "'" + text : text;
        return harmless.AsSpan().ContainsAny(InNeedOfQuotes) ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : harmless;
    }
}
