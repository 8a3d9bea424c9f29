using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Waymark.Platform.Http;

/// <summary>
/// Checks the shape of a request record by the validation attributes of its properties. It runs before every endpoint, and
/// again on the result of a merge patch; what needs data or time is checked by the endpoint itself.
/// </summary>
public static class Shape
{
    private static readonly ConcurrentDictionary<Type, Rule[]> RulesOf = new();

    /// <summary>The faults by field in camelCase; null when there are none.</summary>
    public static Dictionary<string, string[]>? Check(object request)
    {
        Dictionary<string, string[]>? errors = null;
        foreach (var rule in RulesOf.GetOrAdd(request.GetType(), Read))
        {
            if (rule.Fault(request) is { } fault)
            {
                errors ??= new Dictionary<string, string[]>(StringComparer.Ordinal);
                errors[rule.Field] = [fault];
            }
        }

        return errors;
    }

    /// <summary>The filter that checks the arguments of every endpoint.</summary>
    internal static ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        foreach (var argument in context.Arguments)
        {
            if (argument is not null && Check(argument) is { } errors)
            {
                return ValueTask.FromResult<object?>(Problems.Invalid(errors));
            }
        }

        return next(context);
    }

    private static Rule[] Read(Type type) =>
        type.Namespace?.StartsWith("Waymark", StringComparison.Ordinal) != true
            ? []
            : [.. from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                  let attributes = property.GetCustomAttributes<ValidationAttribute>().ToArray()
                  where attributes.Length > 0
                  select new Rule(property, attributes)];

    private sealed class Rule(PropertyInfo property, ValidationAttribute[] attributes)
    {
        public string Field { get; } = JsonNamingPolicy.CamelCase.ConvertName(property.Name);

        public string? Fault(object request)
        {
            var value = property.GetValue(request);
            var broken = attributes.FirstOrDefault(a => !a.IsValid(value));
            return broken switch
            {
                null => null,
                RequiredAttribute => "This field is required and must not be blank.",
                StringLengthAttribute { MinimumLength: > 0 } length => $"Between {length.MinimumLength} and {length.MaximumLength} characters are expected.",
                StringLengthAttribute length => $"At most {length.MaximumLength} characters are expected.",
                MaxLengthAttribute length => $"At most {length.Length} entries are expected.",
                RangeAttribute range => $"A number between {range.Minimum} and {range.Maximum} is expected.",
                OneOfAttribute words => $"One of {string.Join(", ", words.Words)} is expected.",
                _ => broken.FormatErrorMessage(Field),
            };
        }
    }
}
