using EenPlan.Backup;

try
{
    return await Arguments.DeedAsync(args, Console.Out);
}
catch (Exception failure) when (failure is Refused or IOException or UnauthorizedAccessException or System.Data.Common.DbException)
{
    Console.Error.WriteLine(failure is Refused ? failure.Message : $"It was not done, and nothing was changed: {failure.Message}");
    return 1;
}
