namespace EenPlan.Story;

/// <summary>Copies of a product, and going back to one.</summary>
public sealed partial class Product
{
    /// <summary><c>./eenplan backup</c>, while it runs.</summary>
    public Task BackupAsync(string to) => Programs.ScriptAsync(MayTake, "backup", "--to", to, "--data", _data);

    /// <summary><c>./eenplan restore</c>; null when it succeeded, what it said when it refused.</summary>
    public Task<string?> TryRestoreAsync(string from) => Programs.TryScriptAsync(MayTake, new Dictionary<string, string>(), "restore", "--from", from, "--data", _data);

    /// <summary>Stops the one process of standalone as an operator does; its data stays.</summary>
    public async Task StopAsync()
    {
        await Programs.EndAsync(_program!);
        _program = null;
    }
}
