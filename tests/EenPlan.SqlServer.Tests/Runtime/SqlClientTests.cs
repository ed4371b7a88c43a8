using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.Data.SqlClient;
using Shouldly;

namespace EenPlan.SqlServer.Tests.Runtime;

/// <summary>
/// An assembly that SqlClient names and that is not delivered shows itself only at the first command with a parameter,
/// on a real server. Compiling all of SqlClient shows it here.
/// </summary>
public class SqlClientTests
{
    // Signing a person in to the database through a desktop window: a server program never does (docs/adr/0003).
    private const string DesktopSignIn = "Microsoft.Identity.Client.Broker";

    [Fact]
    public void Everything_that_SqlClient_names_is_delivered()
    {
        var preparation = Preparation.Of(typeof(SqlConnection).Assembly);

        preparation.Missing.Where(item => !item.Contains(DesktopSignIn)).ShouldBeEmpty();
        preparation.Prepared.ShouldBeGreaterThan(5_000, $"compiled {preparation.Prepared}, skipped {preparation.Skipped}");
        preparation.Skipped.ShouldBeLessThan(preparation.Prepared / 100);
    }

    [Fact]
    public void The_types_for_user_defined_types_come_with_the_version_that_SqlClient_asks_for()
    {
        var asked = typeof(SqlConnection).Assembly.GetReferencedAssemblies().Single(name => name.Name == "Microsoft.SqlServer.Server");

        var found = Assembly.Load(asked);

        found.GetName().Version.ShouldBe(asked.Version);
        found.Location.ShouldStartWith(AppContext.BaseDirectory);
    }

    [Fact]
    public void The_members_that_SqlClient_calls_there_are_public()
    {
        // The runtime compiles a call of a member that it may not reach, and complains only when it is made.
        using var file = new PEReader(File.OpenRead(typeof(SqlConnection).Assembly.Location));
        var metadata = file.GetMetadataReader();
        var named = metadata.MemberReferences.Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => (Type: metadata.GetTypeReference((TypeReferenceHandle)member.Parent), Name: metadata.GetString(member.Name)))
            .Where(member => metadata.GetString(member.Type.Namespace) == "Microsoft.SqlServer.Server")
            .Select(member => (Type: metadata.GetString(member.Type.Name), member.Name))
            .ToList();

        named.ShouldNotBeEmpty();
        var delivered = Assembly.Load("Microsoft.SqlServer.Server");
        named.Where(member => delivered.GetType($"Microsoft.SqlServer.Server.{member.Type}")?.GetMember(member.Name) is null or []).ShouldBeEmpty();
    }

    [Fact]
    public void A_command_accepts_parameters()
    {
        using var command = new SqlCommand("SELECT @text, @number, @instant, @bytes");

        command.Parameters.AddWithValue("@text", "tekst");
        command.Parameters.AddWithValue("@number", 3);
        command.Parameters.AddWithValue("@instant", DateTimeOffset.UnixEpoch);
        command.Parameters.AddWithValue("@bytes", new byte[] { 1 });

        command.Parameters.Cast<SqlParameter>().Select(parameter => parameter.SqlDbType.ToString())
            .ShouldBe(["NVarChar", "Int", "DateTimeOffset", "VarBinary"]);
    }
}
