using Microsoft.Data.Sqlite;

namespace EenPlan.Bench.World;

/// <summary>One question to a database of the running product, asked again and again without disturbing it.</summary>
internal sealed class ReadOnly : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _command;

    public ReadOnly(string folder, string database, string question)
    {
        _connection = new SqliteConnection($"Data Source={Path.Combine(folder, database + ".db")};Mode=ReadOnly;Pooling=False");
        _connection.Open();
        _command = _connection.CreateCommand();
        _command.CommandText = question;
        _command.Prepare();
    }

    /// <summary>Up to which number of the journal of cases a service has taken the effects in.</summary>
    public static ReadOnly WatermarkOf(string folder, string reader) => new(folder, reader, "SELECT COALESCE(MAX(Number), 0) FROM Watermarks WHERE Source = 'cases'");

    /// <summary>How many events cases has committed, numbered or not.</summary>
    public static ReadOnly CommittedOf(string folder) => new(folder, "cases", "SELECT COALESCE(MAX(Seq), 0) FROM Journal");

    /// <summary>How many committed events of cases wait for their number.</summary>
    public static ReadOnly UnnumberedOf(string folder) => new(folder, "cases", "SELECT COUNT(*) FROM Journal WHERE Number IS NULL");

    /// <summary>The highest number that cases has given.</summary>
    public static ReadOnly HeadOf(string folder) => new(folder, "cases", "SELECT COALESCE(MAX(Head), 0) FROM JournalHead");

    public long Ask() => Convert.ToInt64(_command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);

    public string AskText() => Convert.ToString(_command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) ?? "";

    public void Dispose()
    {
        _command.Dispose();
        _connection.Dispose();
    }
}
