using System.Text.Json;
using EenPlan.Kit.Data;
using EenPlan.Kit.Operations;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EenPlan.Kit.Api;

/// <summary>One thing that is wrong with the input, by JSON pointer (RFC 6901) to the field.</summary>
public sealed record FieldError(string Pointer, string Code, string Detail);

/// <summary>A refusal with its reason, as every rule throws it; nothing was changed.</summary>
public sealed class ProblemException(int status, string code, string detail) : Exception(detail)
{
    /// <summary>HTTP status.</summary>
    public int Status => status;

    /// <summary>Stable code that screens have words for.</summary>
    public string Code => code;

    /// <summary>All things wrong with the input.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>The state as it is now, with a 412.</summary>
    public object? Current { get; init; }

    /// <summary>Name of who changed it, with a 412; null when that is unknown or not for the caller.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>When it was changed, with a 412.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>True when what was asked may have been done although no answer came.</summary>
    public bool MayHaveArrived { get; init; }

    /// <summary>Seconds after which trying again makes sense.</summary>
    public int? RetryAfterSeconds { get; init; }
}

/// <summary>The refusals that occur everywhere.</summary>
public static class Problem
{
    /// <summary>It does not exist or it is not yours; which of the two is a secret.</summary>
    public static ProblemException NotFound() => new(StatusCodes.Status404NotFound, "not-found", "This does not exist, or it is not meant for you.");

    /// <summary>You may see it but not do this.</summary>
    public static ProblemException NotAllowed(string detail) => new(StatusCodes.Status403Forbidden, "not-allowed", detail);

    /// <summary>A rule of the plan forbids it now.</summary>
    public static ProblemException Conflict(string code, string detail) => new(StatusCodes.Status409Conflict, code, detail);

    /// <summary>It cannot be decided or accounted for now.</summary>
    public static ProblemException Unavailable(string detail) => new(StatusCodes.Status503ServiceUnavailable, "unavailable", detail) { RetryAfterSeconds = 2 };

    /// <summary>Bodies are JSON and nothing else.</summary>
    public static ProblemException NotJson() => new(StatusCodes.Status415UnsupportedMediaType, "not-json", "Send the body as application/json.");

    /// <summary>The input is wrong.</summary>
    public static ProblemException Invalid(IReadOnlyList<FieldError> errors) =>
        new(StatusCodes.Status400BadRequest, "invalid-input", "Some of what was sent is not right; see errors. Nothing was changed.") { Errors = errors };

    /// <summary>One thing is wrong with the input.</summary>
    public static ProblemException Invalid(string pointer, string code, string detail) => Invalid([new FieldError(pointer, code, detail)]);
}

/// <summary>Writes every refusal as problem+json (RFC 9457), also those of the framework itself.</summary>
public static partial class Problems
{
    /// <summary>Writes a refusal.</summary>
    public static Task WriteAsync(HttpContext http, int status, string code, string detail) => WriteAsync(http, new ProblemException(status, code, detail));

    /// <summary>Writes a refusal that a rule threw.</summary>
    public static Task WriteAsync(HttpContext http, ProblemException problem)
    {
        Counts.Refused(http, problem.Status, problem.Code);
        http.Response.StatusCode = problem.Status;
        http.Response.ContentType = "application/problem+json";
        if (problem.RetryAfterSeconds is { } seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        var body = new Dictionary<string, object?>
        {
            ["type"] = $"urn:eenplan:problem:{problem.Code}",
            ["title"] = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(problem.Status),
            ["status"] = problem.Status,
            ["detail"] = problem.Message,
            ["code"] = problem.Code,
            ["traceId"] = System.Diagnostics.Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier,
        };
        if (problem.Errors.Count > 0)
        {
            body["errors"] = problem.Errors;
        }

        if (problem.Current is not null)
        {
            body["current"] = problem.Current;
        }

        if (problem.ChangedBy is not null)
        {
            body["changedBy"] = new { name = problem.ChangedBy };
        }

        if (problem.MayHaveArrived)
        {
            body["mayHaveArrived"] = true;
        }

        if (problem.ChangedAt is not null)
        {
            body["changedAt"] = problem.ChangedAt;
        }

        return http.Response.WriteAsync(JsonSerializer.Serialize(body, Json.Options), CancellationToken.None);
    }

    /// <summary>Turns exceptions into refusals; an error of ours says nothing about its cause.</summary>
    internal sealed partial class Handler(ILogger<Handler> log) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
            {
                httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
                return true;
            }

            var problem = exception switch
            {
                ProblemException known => known,
                BadHttpRequestException bad => new ProblemException(bad.StatusCode, "bad-request", "The request cannot be read. Check its form, size and content type."),
                _ when StorageTrouble.Caused(exception) => Problem.Unavailable("Nothing can be stored or looked up right now. Try again in a moment."),
                _ => null,
            };
            if (problem is { Status: StatusCodes.Status503ServiceUnavailable } && exception is not ProblemException)
            {
                StorageFailed(exception.GetBaseException().GetType().FullName!, httpContext.GetEndpoint()?.DisplayName ?? "no endpoint");
            }

            if (problem is null)
            {
                // The type only: messages of libraries can quote what people wrote.
                Failed(exception.GetType().FullName!, httpContext.GetEndpoint()?.DisplayName ?? "no endpoint", exception.StackTrace);
                problem = new ProblemException(StatusCodes.Status500InternalServerError, "our-fault", "Something went wrong on our side. Nothing was changed.");
            }

            await WriteAsync(httpContext, problem);
            return true;
        }

        [LoggerMessage(LogLevel.Warning, "The database could not be used ({Failure}) at {Endpoint}")]
        private partial void StorageFailed(string failure, string endpoint);

        [LoggerMessage(LogLevel.Error, "{Failure} at {Endpoint}{Stack}")]
        private partial void Failed(string failure, string endpoint, string? stack);
    }
}
