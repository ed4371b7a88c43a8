using EenPlan.Gateway.Forwarding;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace EenPlan.Gateway.FrontEnd;

/// <summary>The built front end on disk. It may be built while the gateway runs.</summary>
internal sealed class FrontEndFiles(GatewaySettings settings) : IFileProvider, IDisposable
{
    private const string StartPage = "index.html";
    private PhysicalFileProvider? _files;

    /// <summary>The page that the front end starts with; null when it is not built.</summary>
    public IFileInfo? Start => GetFileInfo(StartPage) is { Exists: true } file ? file : null;

    public IFileInfo GetFileInfo(string subpath) => Files()?.GetFileInfo(subpath) ?? new NotFoundFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    public void Dispose() => _files?.Dispose();

    private PhysicalFileProvider? Files() =>
        _files ?? (Directory.Exists(settings.FrontEndFolder) ? _files = new PhysicalFileProvider(Path.GetFullPath(settings.FrontEndFolder)) : null);
}

/// <summary>Serves the front end. Every address that a person can type is a page of it.</summary>
internal static class FrontEndRoutes
{
    public static void MapFrontEnd(this WebApplication app)
    {
        var files = app.Services.GetRequiredService<FrontEndFiles>();
        var pipeline = ((IApplicationBuilder)app).New();
        // Only what is the same for everybody is compressed: a secret next to chosen text can be guessed from its compressed size.
        pipeline.UseResponseCompression();
        pipeline.UseStaticFiles(new StaticFileOptions { FileProvider = files, OnPrepareResponse = SetCaching, ContentTypeProvider = Types() });
        pipeline.Run(http => StartPageAsync(http, files));
        var serve = pipeline.Build();
        app.MapFallback("/{**path}", http =>
        {
            // The files' middleware stands aside when a route was chosen; this fallback is that route.
            http.SetEndpoint(null);
            return serve(http);
        });
    }

    private static Task StartPageAsync(HttpContext http, FrontEndFiles files)
    {
        var request = http.Request;
        var isRead = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if (!isRead || RequestLimits.IsOurs(request.Path) || request.Path.StartsWithSegments("/health") || !TakesPage(request))
        {
            return PlainPaths.NothingOrOtherMethodAsync(http);
        }

        http.Response.Headers.CacheControl = "no-cache";
        if (files.Start is { } page)
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            http.Response.ContentLength = page.Length;
            return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : http.Response.SendFileAsync(page);
        }

        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync("EenPlan runs, but its screens are not built yet. Run ./eenplan build, or set Frontend:Folder to the folder with index.html.\n"
            + "EenPlan draait, maar de schermen zijn nog niet gebouwd.\n");
    }

    /// <summary>Who takes anything gets the page too, but not in the place of a file that is not there, nor a program that forgot <c>/api</c>.</summary>
    private static bool TakesPage(HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        return accept.Contains("text/html", StringComparison.OrdinalIgnoreCase)
            || ((accept.Length == 0 || accept.Contains("*/*", StringComparison.Ordinal)) && !Path.HasExtension(request.Path)
                && !GatewaySettings.Prefixes.Any(service => request.Path.StartsWithSegments("/" + service)));
    }

    private static void SetCaching(StaticFileResponseContext context)
    {
        // The build puts a hash of the content in the names under /assets.
        var hashed = context.Context.Request.Path.StartsWithSegments("/assets");
        context.Context.Response.Headers.CacheControl = hashed ? "public, max-age=31536000, immutable" : "no-cache";
    }

    private static FileExtensionContentTypeProvider Types()
    {
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".webmanifest"] = "application/manifest+json";
        return types;
    }
}
