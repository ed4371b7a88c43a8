using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace EenPlan.Standalone.Tests.Containers;

/// <summary>The Dockerfiles, read line by line: they cannot be built here.</summary>
public sealed partial class DockerfileTests
{
    public static TheoryData<string> Files => [.. System.IO.Directory.EnumerateFiles(Path.Combine(Repository.Root, "deploy", "containers"), "*.Dockerfile").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_base_is_pinned_and_the_program_runs_as_nobody_special(string file)
    {
        var lines = Lines(file);
        foreach (var image in Arguments(lines, "FROM").Select(line => line.Split(' ')[0]))
        {
            PinnedImage().IsMatch(image).ShouldBeTrue(image);
        }

        Arguments(lines, "USER").ShouldBe(["app"]);
        lines.FindLastIndex(line => line.StartsWith("USER ", StringComparison.Ordinal)).ShouldBeGreaterThan(lines.FindLastIndex(line => line.StartsWith("RUN ", StringComparison.Ordinal)));
        Arguments(lines, "HEALTHCHECK").ShouldHaveSingleItem().ShouldContain("/healthy.sh");
        Arguments(lines, "ENTRYPOINT").ShouldHaveSingleItem().ShouldStartWith("[");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Everything_that_is_copied_is_there_or_made_by_an_earlier_stage(string file)
    {
        var lines = Lines(file);
        var stages = Arguments(lines, "FROM").Select(line => line.Split(" AS ") is [_, var name] ? name : "").ToList();
        foreach (var words in Arguments(lines, "COPY").Select(line => line.Split(' ')))
        {
            var from = Array.Find(words, word => word.StartsWith("--from=", StringComparison.Ordinal));
            var sources = words.Where(word => !word.StartsWith("--", StringComparison.Ordinal)).SkipLast(1).ToList();
            sources.ShouldNotBeEmpty();
            (from is null ? sources.TrueForAll(source => Path.Exists(Path.Combine(Repository.Root, source))) : stages.Contains(from["--from=".Length..])).ShouldBeTrue(string.Join(' ', words));
        }
    }

    [Theory]
    [InlineData("docker-compose.yml")]
    [InlineData("docker-compose.provider.yml")]
    public void What_is_published_is_a_program_of_ours(string compose)
    {
        foreach (var (name, service) in ComposeFile.Read(compose).Services.Where(service => service.Value.Children.ContainsKey("build")))
        {
            var build = (YamlMappingNode)service["build"];
            var file = ComposeFile.Text(build["dockerfile"]);
            var publish = Arguments(Lines(Path.GetFileName(file)), "RUN").Single(line => line.StartsWith("dotnet publish ", StringComparison.Ordinal));
            var asked = build.Children.TryGetValue("args", out var arguments) ? ((YamlMappingNode)arguments).Children.ToDictionary(pair => ComposeFile.Text(pair.Key), pair => ComposeFile.Text(pair.Value)) : [];
            var project = publish.Split(' ')[2].Trim('"').Replace("$PROJECT", asked.GetValueOrDefault("PROJECT"), StringComparison.Ordinal);
            var program = asked.GetValueOrDefault("PROGRAM", "EenPlan.Gateway");
            File.Exists(Path.Combine(Repository.Root, project, program + ".csproj")).ShouldBeTrue($"{name}: {project}/{program}");
            publish.ShouldContain("-p:FullRegistry=true");
        }
    }

    [Fact]
    public void Every_setting_of_an_image_is_one_that_the_product_reads()
    {
        foreach (var file in Files.Select(row => row.Data))
        {
            Arguments(Lines(file), "ENV").SelectMany(line => line.Split(' ')).Select(pair => pair.Split('=')[0]).Where(key => key != "PROGRAM" && !KnownSettings.Include(key)).ShouldBeEmpty(file);
        }
    }

    private static List<string> Lines(string file) =>
        [.. Continued().Replace(File.ReadAllText(Path.Combine(Repository.Root, "deploy", "containers", file)), " ").Split('\n').Where(line => line.Length > 0 && line[0] != '#')];

    private static IReadOnlyList<string> Arguments(List<string> lines, string instruction) =>
        [.. lines.Where(line => line.StartsWith(instruction + " ", StringComparison.Ordinal)).Select(line => line[(instruction.Length + 1)..])];

    [GeneratedRegex(@"^(docker\.io|mcr\.microsoft\.com)/[a-z0-9/._-]+:\d+\.\d+\.\d+[\w.-]*$")]
    private static partial Regex PinnedImage();

    [GeneratedRegex(@"\\\n\s*")]
    private static partial Regex Continued();
}
