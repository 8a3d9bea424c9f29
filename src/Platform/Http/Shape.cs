using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Waymark.Platform.Http;

/// <summary>
/// Checks the shape of a request record by the validation attributes of its properties, and that of the records and lists in it. It
/// runs before every endpoint, and again on the result of a merge patch; what needs data or time is checked by the endpoint itself.
/// </summary>
public static class Shape
{
    /// <summary>Nobody mends more at once, and a long list could have many thousands.</summary>
    private const int MostFaults = 100;

    private static readonly ConcurrentDictionary<Type, Member[]> MembersOf = new();

    /// <summary>The faults by field in camelCase, such as <c>steps[2].title</c>; null when there are none.</summary>
    public static Dictionary<string, string[]>? Check(object request)
    {
        Dictionary<string, string[]>? errors = null;
        CheckRecord(request, "", ref errors);
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

    private static void CheckRecord(object record, string path, ref Dictionary<string, string[]>? errors)
    {
        foreach (var member in MembersOf.GetOrAdd(record.GetType(), Member.Of))
        {
            var value = member.ValueIn(record);
            if (member.FaultOf(value) is { } fault)
            {
                Add(path + member.Field, fault, ref errors);
            }
            else if (member.HasParts && value is not null)
            {
                CheckParts(value, path + member.Field, ref errors);
            }
        }
    }

    private static void CheckParts(object parts, string path, ref Dictionary<string, string[]>? errors)
    {
        if (parts is not IEnumerable items)
        {
            CheckRecord(parts, path + ".", ref errors);
            return;
        }

        var place = 0;
        foreach (var item in items)
        {
            if (errors?.Count >= MostFaults)
            {
                return;
            }

            if (item is null)
            {
                // Nothing keeps JSON from having null among the items of a list.
                Add($"{path}[{place}]", "A value is expected, and not null.", ref errors);
            }
            else if (item is not string)
            {
                CheckRecord(item, $"{path}[{place}].", ref errors);
            }

            place++;
        }
    }

    private static void Add(string field, string fault, ref Dictionary<string, string[]>? errors) =>
        (errors ??= new Dictionary<string, string[]>(StringComparer.Ordinal))[field] = [fault];

    /// <summary>A property that can have a fault, read without reflection.</summary>
    private sealed class Member(PropertyInfo property, ValidationAttribute[] attributes, bool hasParts)
    {
        private static readonly MethodInfo Reader = typeof(Member).GetMethod(nameof(ReaderOf), BindingFlags.NonPublic | BindingFlags.Static)!;

        public string Field { get; } = JsonNamingPolicy.CamelCase.ConvertName(property.Name);

        /// <summary>Whether it holds a record, or a list in which there may be null.</summary>
        public bool HasParts { get; } = hasParts;

        public Func<object, object?> ValueIn { get; } =
            (Func<object, object?>)Reader.MakeGenericMethod(property.DeclaringType!, property.PropertyType).Invoke(null, [property.GetMethod])!;

        public static Member[] Of(Type type) =>
            type.Namespace?.StartsWith("Waymark", StringComparison.Ordinal) != true || type.IsValueType
                ? []
                : [.. from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                      where property.CanRead
                      let attributes = property.GetCustomAttributes<ValidationAttribute>().ToArray()
                      // Services are arguments, too: only what a record is made of came with the request.
                      let hasParts = IsRecord(type) && property.CanWrite && MayHaveParts(property.PropertyType)
                      where attributes.Length > 0 || hasParts
                      select new Member(property, attributes, hasParts)];

        public string? FaultOf(object? value)
        {
            var broken = Array.Find(attributes, a => !a.IsValid(value));
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

        private static Func<object, object?> ReaderOf<TRecord, TValue>(MethodInfo getter)
            where TRecord : class
        {
            var read = getter.CreateDelegate<Func<TRecord, TValue>>();
            return record => read((TRecord)record);
        }

        private static bool MayHaveParts(Type type) => IsRecord(type) || (type != typeof(string) && ItemOf(type) is { } item && (item == typeof(string) || IsRecord(item)));

        private static Type? ItemOf(Type type) => type.GetInterfaces().Append(type)
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

        private static bool IsRecord(Type type) => type.IsClass && type.GetMethod("<Clone>$") is not null;
    }
}
