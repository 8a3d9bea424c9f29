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

    /// <summary>The full-width signs among them, which some spreadsheets read alike.</summary>
    private static readonly SearchValues<char> StartOfFormula = SearchValues.Create("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");

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
        // Without it spreadsheets take the table for one in the language of the machine.
        Encoding.UTF8.GetBytes("\uFEFF", response.BodyWriter);
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

    /// <summary>In quotes whatever it holds: what stands in them is text to every reader.</summary>
    private static string Cell(string text)
    {
        var harmless = text.Length > 0 && StartOfFormula.Contains(text[0]) ? "'" + text : text;
        return $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
