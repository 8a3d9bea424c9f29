using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Waymark.Platform.Http;

/// <summary>A parameter of the query string.</summary>
/// <param name="Name">As callers write it.</param>
/// <param name="Type">The type that it is read into.</param>
/// <param name="Declaration">The argument, or the property of a record of arguments, with its attributes.</param>
public sealed record QueryParameter(string Name, Type Type, ICustomAttributeProvider? Declaration);

/// <summary>The body that an endpoint takes.</summary>
/// <param name="Type">The record; of a merge patch, the record that it is merged into.</param>
/// <param name="MediaTypes">The media types, the preferred one first.</param>
/// <param name="IsPatch">Whether it is a merge patch: every member may be left out.</param>
/// <param name="IsOptional">Whether the request may come without.</param>
public sealed record EndpointBody(Type Type, IReadOnlyList<string> MediaTypes, bool IsPatch, bool IsOptional);

/// <summary>
/// A parameter that an argument type reads by itself, as metadata: nothing in the handler's signature shows it.
/// </summary>
/// <param name="Place"><c>path</c>, <c>query</c> or <c>header</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Meaning">What it says.</param>
public sealed record DescribedParameter(string Place, string Name, Type Type, string Meaning);

/// <summary>What an endpoint reads of a request, from its handler's signature and its metadata.</summary>
public sealed record EndpointInputs(IReadOnlyList<string> PathNames, IReadOnlyList<QueryParameter> Query, EndpointBody? Body)
{
    /// <summary>Reads the declarations.</summary>
    public static EndpointInputs Of(RouteEndpoint endpoint)
    {
        var path = endpoint.RoutePattern.Parameters.Select(p => p.Name).ToList();
        var arguments = endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? [];
        var signature = arguments
            .SelectMany(argument => argument.GetCustomAttribute<AsParametersAttribute>() is null
                ? [new QueryParameter(argument.Name!, argument.ParameterType, argument)]
                : argument.ParameterType.GetProperties().Select(p => new QueryParameter(JsonNamingPolicy.CamelCase.ConvertName(p.Name), p.PropertyType, p)))
            .Where(p => IsText(p.Type) && !path.Contains(p.Name, StringComparer.OrdinalIgnoreCase));
        var described = endpoint.Metadata.OfType<DescribedParameter>().Where(p => p.Place == "query").Select(p => new QueryParameter(p.Name, p.Type, null));
        return new EndpointInputs(path, [.. signature, .. described], BodyOf(endpoint, arguments));
    }

    private static EndpointBody? BodyOf(RouteEndpoint endpoint, ParameterInfo[] arguments)
    {
        if (endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not { RequestType: { } type } accepts)
        {
            return null;
        }

        var isPatch = arguments.Any(a => a.ParameterType.IsGenericType && a.ParameterType.GetGenericTypeDefinition() == typeof(MergePatch<>));
        return new EndpointBody(type, accepts.ContentTypes, isPatch, accepts.IsOptional);
    }

    /// <summary>What stands in one piece of a query string, or in several of the same name.</summary>
    private static bool IsText(Type type)
    {
        var one = type.IsArray ? type.GetElementType()! : Nullable.GetUnderlyingType(type) ?? type;
        return one == typeof(string) || one == typeof(Guid) || one == typeof(int) || one == typeof(long) || one == typeof(bool) || one == typeof(DateOnly);
    }
}

/// <summary>What the method of an endpoint means.</summary>
public static class EndpointMethods
{
    /// <summary>Whether it only reads.</summary>
    public static bool IsRead(this Endpoint endpoint) => endpoint.Has(HttpMethods.Get) || endpoint.Metadata.GetMetadata<Calculation>() is not null;

    /// <summary>Whether its answer is kept for repeats with the same <c>Idempotency-Key</c>.</summary>
    public static bool IsRepeatable(this Endpoint endpoint) =>
        endpoint.Has(HttpMethods.Post) && endpoint.Metadata.GetMetadata<OwningService>() is not null && endpoint.Metadata.GetMetadata<IUnrepeatable>() is null;

    private static bool Has(this Endpoint endpoint, string method) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(method, StringComparer.Ordinal) == true;
}
