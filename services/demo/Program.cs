using EenPlan.Demo;

if (Arguments.Url(args, out var complaint) is not { } url)
{
    Console.Error.WriteLine(complaint);
    return 1;
}

try
{
    await DemoRegion.LoadAsync(url, Console.Out);
    return 0;
}
catch (Exception failure) when (failure is Refused or HttpRequestException or TaskCanceledException)
{
    Console.Error.WriteLine($"The demo region was not loaded: {failure.Message}");
    return 1;
}
