using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace EenPlan.Kit.Api;

/// <summary>What holds for every operation of every service, so that no endpoint has to say it again.</summary>
internal static class ApiDocumentRules
{
    private const string ProblemName = "Problem";

    private static readonly Dictionary<string, string> Refusals = new(StringComparer.Ordinal)
    {
        ["400"] = "The input is not right; errors names everything that is wrong with it.",
        ["401"] = "Nobody is signed in.",
        ["403"] = "Not meant for this role.",
        ["404"] = "It does not exist, or it is not meant for the caller.",
        ["409"] = "A rule forbids it now, or the Idempotency-Key was used for another body.",
        ["410"] = "It is kept no longer; detail says how to go on.",
        ["412"] = "It was changed after it was read; current holds the state as it is now.",
        ["428"] = "If-Match is missing.",
        ["503"] = "It cannot be decided or accounted for now; see Retry-After.",
    };

    /// <summary>Adds headers and refusals to one operation.</summary>
    public static void Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var method = context.Description.HttpMethod;
        var condition = context.Description.ActionDescriptor.EndpointMetadata.OfType<RouteCondition>().LastOrDefault();
        operation.Responses ??= [];
        operation.Parameters ??= [];
        var refusals = new HashSet<string>(["401", "403", "503"], StringComparer.Ordinal);
        if (method != "GET" || operation.Parameters.Count > 0)
        {
            refusals.UnionWith(["400", "404"]);
        }

        if (condition?.IfMatch ?? method is "PATCH" or "PUT" or "DELETE")
        {
            refusals.UnionWith(["409", "412", "428"]);
            operation.Parameters.Add(Header("If-Match", "ETag of the state that is being changed."));
        }

        var creates = operation.Responses.ContainsKey("201");
        if (condition?.OnceOnly ?? (method == "POST" && creates))
        {
            refusals.Add("409");
            operation.Parameters.Add(Header("Idempotency-Key", "A new one for each thing to create; repeating the request with it creates nothing twice.", maxLength: 100));
        }

        var problem = new OpenApiSchemaReference(ProblemName, context.Document);
        foreach (var status in refusals.Concat(operation.Responses.Keys.Where(key => key[0] is '4' or '5')).ToHashSet(StringComparer.Ordinal))
        {
            operation.Responses[status] = new OpenApiResponse
            {
                Description = Refusals.GetValueOrDefault(status, "Refused; see code and detail."),
                Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = problem } },
            };
        }

        foreach (var (status, response) in operation.Responses)
        {
            DescribeHeaders((OpenApiResponse)response, isItem: status == "201" && condition is null);
        }

        operation.Responses = Sorted(operation.Responses);
    }

    /// <summary>Adds what stands at the head of a document and takes the base path out of its paths.</summary>
    public static void Complete(OpenApiDocument document, string title, string basePath, string publicPath)
    {
        document.Info = new OpenApiInfo
        {
            Title = title,
            Version = ServiceRoutes.ApiVersion,
            Description = "EenPlan: one family, one plan. Errors are application/problem+json; changes carry If-Match, creations an Idempotency-Key.",
            Contact = new OpenApiContact { Name = "EenPlan", Email = "api@eenplan.example", Url = new Uri("https://eenplan.example/api") },
            License = new OpenApiLicense { Name = "EUPL-1.2", Url = new Uri("https://eupl.eu/1.2/nl/") },
        };
        document.Servers = [new OpenApiServer { Url = publicPath, Description = "Behind the gateway of this node." }];
        var paths = new OpenApiPaths();
        foreach (var (path, item) in document.Paths.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            paths[path.StartsWith(basePath + "/", StringComparison.Ordinal) ? path[basePath.Length..] : path] = item;
        }

        document.Paths = paths;
        document.AddComponent(ProblemName, ProblemSchema());
        document.AddComponent<IOpenApiSecurityScheme>("session", new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "People: the gateway turns the cookie of their session into this token; a browser also sends X-EenPlan: 1 with everything but GET. Systems of organisations: a token from /oauth/token.",
        });
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("session", document)] = [] }];
    }

    /// <summary>The framework would also read a number from text and says so; callers should send and expect numbers.</summary>
    public static void NumbersAreNumbers(OpenApiSchema schema)
    {
        const JsonSchemaType numbers = JsonSchemaType.Integer | JsonSchemaType.Number;
        if (schema.Type is { } type && (type & numbers) != 0 && type.HasFlag(JsonSchemaType.String))
        {
            schema.Type = type & ~JsonSchemaType.String;
            schema.Pattern = null;
        }
    }

    private static OpenApiSchema ProblemSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "A refusal with its reason (RFC 9457); nothing was changed.",
        Required = new HashSet<string> { "type", "title", "status", "detail", "code" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("Stable name of the kind of problem."),
            ["title"] = Text("Short name of the status."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
            ["detail"] = Text("What is wrong and what to do."),
            ["code"] = Text("Code that a screen has words for."),
            ["traceId"] = Text("Names the request when you ask for help."),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Properties = new Dictionary<string, IOpenApiSchema> { ["pointer"] = Text("JSON pointer to the field."), ["code"] = Text("What is wrong."), ["detail"] = Text("The same in words.") },
                },
            },
            ["current"] = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "With 412: the state as it is now." },
        },
    };

    private static void DescribeHeaders(OpenApiResponse response, bool isItem)
    {
        response.Headers ??= new Dictionary<string, IOpenApiHeader>();
        response.Headers["API-Version"] = new OpenApiHeader { Description = "Full version of this interface.", Schema = Text(null) };
        if (isItem)
        {
            response.Headers["Location"] = new OpenApiHeader { Description = "Where the new item is.", Schema = Text(null) };
            response.Headers["ETag"] = new OpenApiHeader { Description = "Version of the item, for If-Match.", Schema = Text(null) };
        }
    }

    private static OpenApiParameter Header(string name, string description, int? maxLength = null) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = true,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = maxLength },
    };

    private static OpenApiSchema Text(string? description) => new() { Type = JsonSchemaType.String, Description = description };

    private static OpenApiResponses Sorted(OpenApiResponses responses)
    {
        var sorted = new OpenApiResponses();
        foreach (var (status, response) in responses.OrderBy(pair => int.TryParse(pair.Key, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue))
        {
            sorted[status] = response;
        }

        return sorted;
    }
}
