using System.Text.Json;
using EenPlan.Kit;
using EenPlan.Kit.Api;

namespace EenPlan.Gateway.Nodes;

/// <summary>Bodies between nodes.</summary>
internal static class NodeBody
{
    /// <summary>Fields that an older node does not know are left alone: contracts only grow.</summary>
    public static T Parse<T>(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, Json.Options) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw Problem.Invalid("", "not-json", "The body is not what this route takes.");
        }
    }
}
