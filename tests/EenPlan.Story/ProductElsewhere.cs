namespace EenPlan.Story;

public sealed partial class Product
{
    /// <summary>What somebody else started, and will stop.</summary>
    public static Product At(Uri url) => new(url, "");
}
