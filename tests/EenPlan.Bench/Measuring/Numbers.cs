using System.Globalization;

namespace EenPlan.Bench.Measuring;

/// <summary>Numbers as people read them: three digits that mean something.</summary>
internal static class Numbers
{
    public static string Short(double value) => Math.Abs(value) switch
    {
        double.NaN => "",
        >= 100 => value.ToString("#,0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.00", CultureInfo.InvariantCulture),
    };
}
