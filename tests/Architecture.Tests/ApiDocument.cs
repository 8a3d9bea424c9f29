using System.Text.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Waymark.Contracts;
using Waymark.Contracts.Identity;
using Waymark.Platform.Http;

namespace Waymark.Architecture.Tests;

/// <summary>The OpenAPI document of the whole product. A test writes it from the whole catalogue; every host serves that file.</summary>
internal static class ApiDocument
{
    /// <summary>The document's name, and its address <c>/openapi/v1.json</c>.</summary>
    public const string Name = "v1";

    /// <summary>Registers the generator.</summary>
    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "Waymark", Version = "1", Description = "Tasks and projects of teams that run them themselves." };
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
            {
                ["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT" },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(DescribeAsync);
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type == typeof(FieldChanges))
            {
                schema.Type = JsonSchemaType.Object;
                schema.Description = "Changed fields by name, each with its values before (from) and after (to).";
            }

            return Task.CompletedTask;
        });
    });

    private static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var permission = metadata.OfType<RequiredPermission>().LastOrDefault()?.Permission ?? "none";
        operation.Description = $"Permission: `{permission}`.";
        if (permission != Permissions.Public)
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", context.Document)] = [] }];
        }

        DescribeRefusals(operation, permission);
        NameRouteValues(operation, context);
        WriteQueriesAsCallersDo(operation);
        return Task.CompletedTask;
    }

    /// <summary>The generator takes the names of members, and knows no texts and no texts in lists where none carries a format.</summary>
    private static void WriteQueriesAsCallersDo(OpenApiOperation operation)
    {
        foreach (var parameter in operation.Parameters!.OfType<OpenApiParameter>().Where(p => p.In == ParameterLocation.Query))
        {
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            if (parameter.Schema is OpenApiSchema { Type: null } schema)
            {
                schema.Type = JsonSchemaType.String;
            }
            else if (parameter.Schema is OpenApiSchema { Type: JsonSchemaType.Array, Items: null } list)
            {
                list.Items = new OpenApiSchema { Type = JsonSchemaType.String };
            }
        }
    }

    /// <summary>Every refusal is a problem document; those that any caller must expect are named, the others share one line.</summary>
    private static void DescribeRefusals(OpenApiOperation operation, string permission)
    {
        if (operation.Responses?.TryGetValue("400", out var problem) != true)
        {
            return;
        }

        var body = problem!.Content;
        if (permission != Permissions.Public)
        {
            operation.Responses!["401"] = new OpenApiResponse { Description = "No credentials, or none that count", Content = body };
            operation.Responses["403"] = new OpenApiResponse { Description = "Known, but not allowed", Content = body };
            operation.Responses["404"] = new OpenApiResponse { Description = "Absent, or not the caller's to see", Content = body };
        }

        operation.Responses!["default"] = new OpenApiResponse { Description = "Any other refusal; its code says which", Content = body };
    }

    /// <summary>Route values that an argument type binds itself (a task by id or key) are not found by the generator.</summary>
    private static void NameRouteValues(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        operation.Parameters ??= [];
        var pattern = Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse(context.Description.RelativePath ?? "");
        foreach (var value in pattern.Parameters.Where(p => operation.Parameters.All(known => known.Name != p.Name)))
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = value.Name,
                In = ParameterLocation.Path,
                Required = true,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }
    }
}
