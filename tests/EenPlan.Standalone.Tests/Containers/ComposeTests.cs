using System.Text.RegularExpressions;
using EenPlan.Kit;
using YamlDotNet.RepresentationModel;

namespace EenPlan.Standalone.Tests.Containers;

/// <summary>The compose files cannot be run here. What can be known without an engine is.</summary>
public sealed partial class ComposeTests
{
    private const string Region = "docker-compose.yml";
    private const string Provider = "docker-compose.provider.yml";

    [Theory]
    [InlineData(Region)]
    [InlineData(Provider)]
    public void Every_setting_is_one_that_the_product_reads(string file)
    {
        foreach (var (name, service) in Ours(file))
        {
            ComposeFile.Environment(service).Keys.Where(key => !KnownSettings.Include(key)).ShouldBeEmpty(name);
            Targets(service).Where(key => key.Contains("__", StringComparison.Ordinal) && !KnownSettings.Include(key)).ShouldBeEmpty(name);
        }
    }

    [Fact]
    public void A_setting_that_nobody_reads_is_found()
    {
        foreach (var known in (string[])["Node", "Runs", "DataFolder", "Bus__Password", "SignIn__ClientSecret", "Limits__Burst", "Services__cases", "Secrets__Folder", "Frontend__Folder", "Gateway__TrustedProxies"])
        {
            KnownSettings.Include(known).ShouldBeTrue(known);
        }

        foreach (var unknown in (string[])["Bus__Passwort", "SignIn__Secret", "Services__mail", "Limits__Bursts", "Database__Name", "Node__Name"])
        {
            KnownSettings.Include(unknown).ShouldBeFalse(unknown);
        }
    }

    [Theory]
    [InlineData(Region)]
    [InlineData(Provider)]
    public void Every_image_has_its_registry_and_an_exact_version(string file)
    {
        foreach (var (name, service) in ComposeFile.Read(file).Services)
        {
            var image = ComposeFile.Value(service, "image");
            (image is null).ShouldBe(service.Children.ContainsKey("build"), name);
            (image is null || PinnedImage().IsMatch(image)).ShouldBeTrue($"{name}: {image}");
        }
    }

    [Theory]
    [InlineData(Region)]
    [InlineData(Provider)]
    public void Only_the_gateway_can_be_reached_from_outside(string file)
    {
        var compose = ComposeFile.Read(file);
        compose.Services.Where(service => service.Value.Children.ContainsKey("ports")).Select(service => service.Key).ShouldBe(["gateway"]);
        ComposeFile.List(compose.Services["gateway"], "ports").ShouldHaveSingleItem().ShouldEndWith(":8443");
        foreach (var (name, service) in compose.Services)
        {
            service.Children.Keys.Select(ComposeFile.Text).ShouldNotContain("privileged", name);
            ComposeFile.Value(service, "network_mode").ShouldNotBe("host", name);
        }
    }

    [Theory]
    [InlineData(Region)]
    [InlineData(Provider)]
    public void Secrets_are_files_and_nowhere_written_down(string file)
    {
        var compose = ComposeFile.Read(file);
        foreach (var (name, service) in compose.Services)
        {
            ComposeFile.List(service, "secrets").ShouldBeSubsetOf(compose.Secrets, name);
            foreach (var (key, value) in ComposeFile.Environment(service).Where(pair => LooksSecret().IsMatch(pair.Key)))
            {
                throw new ShouldAssertException($"{name} has {key}={value} in its environment");
            }
        }

        File.ReadAllText(Path.Combine(Repository.Root, ".gitignore")).Split('\n').ShouldContain("secrets/");
        File.ReadAllText(Path.Combine(Repository.Root, ".dockerignore")).Split('\n').ShouldContain("secrets");
    }

    [Theory]
    [InlineData(Region)]
    [InlineData(Provider)]
    public void What_services_refer_to_is_there(string file)
    {
        var compose = ComposeFile.Read(file);
        foreach (var (name, service) in compose.Services)
        {
            ComposeFile.List(service, "depends_on").ShouldBeSubsetOf(compose.Services.Keys, name);
            ComposeFile.List(service, "networks").ShouldBeSubsetOf(compose.Networks, name);
            foreach (var source in ComposeFile.List(service, "volumes").Select(volume => volume.StartsWith("${", StringComparison.Ordinal) ? "" : volume.Split(':')[0]))
            {
                (source.Length == 0 || (source.StartsWith("./", StringComparison.Ordinal) ? Path.Exists(Path.Combine(Repository.Root, source)) : compose.Volumes.Contains(source))).ShouldBeTrue($"{name}: {source}");
            }

            var waitedFor = compose.Services.Values.Any(other => ComposeFile.List(other, "depends_on").Contains(name));
            (!waitedFor || IsHealthChecked(service)).ShouldBeTrue($"{name} is waited for and nothing asks whether it is well");
        }

        foreach (var (name, service) in Ours(file))
        {
            ComposeFile.Value(service, "read_only").ShouldBe("true", name);
        }
    }

    [Fact]
    public void The_region_runs_every_service_and_the_provider_its_own_people_only()
    {
        Ours(Region).Select(service => service.Key).ShouldBe([.. RunningHere.All, "gateway", "copies"], ignoreOrder: true);
        Ours(Provider).Select(service => service.Key).ShouldBe(["directory", "gateway", "copies"], ignoreOrder: true);
        foreach (var service in RunningHere.All)
        {
            ComposeFile.Environment(ComposeFile.Read(Region).Services["gateway"])[$"Services__{service}"].ShouldBe($"http://{service}:8080");
        }

        ComposeFile.Environment(ComposeFile.Read(Provider).Services["gateway"])["Runs"].ShouldBe("directory");
    }

    private static IEnumerable<KeyValuePair<string, YamlMappingNode>> Ours(string file) => ComposeFile.Read(file).Services.Where(service => service.Value.Children.ContainsKey("build"));

    private static IEnumerable<string> Targets(YamlMappingNode service) => !service.Children.TryGetValue("secrets", out var secrets) ? []
        : ((YamlSequenceNode)secrets).Children.OfType<YamlMappingNode>().Select(secret => ComposeFile.Text(secret["target"]));

    /// <summary>Its own check, or that of the image that we build.</summary>
    private static bool IsHealthChecked(YamlMappingNode service) => service.Children.ContainsKey("healthcheck") || service.Children.ContainsKey("build");

    [GeneratedRegex(@"^[a-z0-9.-]+\.[a-z]+/[a-z0-9/._-]+:[\w.-]*\d[\w.-]*(@sha256:[0-9a-f]{64})?$")]
    private static partial Regex PinnedImage();

    [GeneratedRegex("password|secret$|connectionstring|apikey", RegexOptions.IgnoreCase)]
    private static partial Regex LooksSecret();
}
