using System.Diagnostics;
using EenPlan.Bench.References;

namespace EenPlan.Bench.World;

/// <summary>Starts the programs that stand beside the product: bare Kestrel, bare YARP, nginx, and a gateway of the product that passes one prefix on to the bare Kestrel.</summary>
internal static class ReferencePrograms
{
    public static Task<Started> BackendAsync(int bytes, string? planFolder = null)
    {
        var (port, folder) = (Place.FreePort(), Place.NewFolder());
        return Started.AsyncOn(port, "/", Bench(Role.Settings(Role.Backend, port, ("bytes", bytes), ("folder", folder), ("plan", planFolder))), folder);
    }

    public static Task<Started> YarpAsync(Uri to)
    {
        var port = Place.FreePort();
        return Started.AsyncOn(port, "/", Bench(Role.Settings(Role.Yarp, port, ("to", to))));
    }

    public static async Task<Started> NginxAsync(Uri to)
    {
        var (port, folder) = (Place.FreePort(), Place.NewFolder());
        var file = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(file, $$"""
            daemon off;
            worker_processes auto;
            pid {{folder}}/pid;
            error_log {{folder}}/error.log;
            events { worker_connections 1024; }
            http {
              access_log off;
              client_body_temp_path {{folder}}/body;
              proxy_temp_path {{folder}}/proxy;
              fastcgi_temp_path {{folder}}/fastcgi;
              uwsgi_temp_path {{folder}}/uwsgi;
              scgi_temp_path {{folder}}/scgi;
              keepalive_requests 1000000;
              upstream backend { server {{to.Authority}}; keepalive 64; keepalive_requests 1000000; }
              server {
                listen 127.0.0.1:{{port}};
                location / { proxy_pass http://backend; proxy_http_version 1.1; proxy_set_header Connection ""; }
              }
            }
            """);
        return await Started.AsyncOn(port, "/", new ProcessStartInfo("/usr/sbin/nginx", ["-p", folder, "-e", Path.Combine(folder, "start.log"), "-c", file]), folder);
    }

    /// <summary>
    /// A second gateway on the data of the running one, with the same settings, but for limits that one generator would meet, and for reporting, which is the bare backend.
    /// The limiter itself stays in the way of every request.
    /// </summary>
    public static Task<Started> GatewayAsync(BenchProduct product, Uri backend)
    {
        var port = Place.FreePort();
        var folder = Path.Combine(Place.Root, "artifacts", "bin", "EenPlan.Gateway", "release");
        var program = new ProcessStartInfo("dotnet", [Path.Combine(folder, "EenPlan.Gateway.dll")]) { WorkingDirectory = folder };
        foreach (var (name, value) in product.SettingsOf("gateway"))
        {
            program.Environment[name] = value;
        }

        program.Environment["PORT"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        program.Environment["Services__reporting"] = backend.GetLeftPart(UriPartial.Authority);
        (program.Environment["Limits__RequestsPerSecond"], program.Environment["Limits__Burst"], program.Environment["Limits__SignInsPerMinute"]) = ("1000000", "1000000", "1000000");
        return Started.AsyncOn(port, "/health/live", program);
    }

    private static ProcessStartInfo Bench(IReadOnlyList<string> settings) => new("dotnet", [Path.Combine(AppContext.BaseDirectory, "EenPlan.Bench.dll"), .. settings]);
}
