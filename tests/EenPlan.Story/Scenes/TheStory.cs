namespace EenPlan.Story;

/// <summary>
/// The story of one family and the people around it, in scenes. Each scene opens its own case, so that a scene can be read and run alone.
/// The same scenes are told for every way in which EenPlan runs.
/// </summary>
public abstract partial class TheStory : IDisposable
{
    private readonly Product _product;
    private readonly Cast _cast;

    /// <summary>Tells the story of a running product.</summary>
    protected TheStory(Product product)
    {
        _product = product;
        _cast = new Cast(product);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _cast.Dispose();
        GC.SuppressFinalize(this);
    }

    private Task<Family> OpenCaseAsync() => Family.OpenAsync(_product, _cast);

    /// <summary>A case with Karim as coordinator.</summary>
    private async Task<Family> OpenCoordinatedCaseAsync()
    {
        var family = await OpenCaseAsync();
        await family.AppointAsync(Cast.Coordinator);
        return family;
    }
}
