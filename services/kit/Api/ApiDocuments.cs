using EenPlan.Kit.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.OpenApi;

namespace EenPlan.Kit.Api;

/// <summary>
/// One OpenAPI document per service, open to everybody: the interface is no secret, what goes through it is.
/// Made to the rules of the NLGov REST API Design Rules 2.2.
/// </summary>
public static class ApiDocuments
{
    /// <summary>Adds the document of one service; <paramref name="prefix"/> is its name, its route prefix and its group.</summary>
    /// <param name="basePath">Where its routes are, when that is not below the prefix.</param>
    public static void AddApiDocument(this IHostApplicationBuilder builder, string prefix, string title, string? basePath = null) =>
        builder.Services.AddOpenApi(prefix, options =>
        {
            // 3.0: partners still lint with the rules of 2.1, which know nothing newer.
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
            // Several services share a process in standalone: each document holds its own group and nothing else.
            options.ShouldInclude = description => description.GroupName == prefix;
            options.AddSchemaTransformer((schema, _, _) =>
            {
                ApiDocumentRules.NumbersAreNumbers(schema);
                return Task.CompletedTask;
            });
            options.AddOperationTransformer((operation, context, _) =>
            {
                ApiDocumentRules.Complete(operation, context);
                return Task.CompletedTask;
            });
            options.AddDocumentTransformer((document, _, _) =>
            {
                ApiDocumentRules.Complete(document, title, basePath ?? $"/{prefix}/v1", basePath ?? $"/api/{prefix}/v1");
                return Task.CompletedTask;
            });
        });

    /// <summary>Serves the documents of all services of this host at <c>/PREFIX/v1/openapi.json</c>, without signing in and to any origin.</summary>
    public static void MapApiDocuments(this IEndpointRouteBuilder routes) => ForEverybody(routes.MapOpenApi("/{documentName}/v1/openapi.json"));

    /// <summary>Serves one document of this host, below <paramref name="before"/>.</summary>
    public static void MapApiDocument(this IEndpointRouteBuilder routes, string before, string name) =>
        ForEverybody(routes.MapOpenApi($"{before}/{{documentName:regex(^{name}$)}}/v1/openapi.json"));

    private static void ForEverybody(IEndpointConventionBuilder document) => document.AllowAnonymous().AddEndpointFilter((context, next) =>
    {
        context.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
        return next(context);
    });
}
