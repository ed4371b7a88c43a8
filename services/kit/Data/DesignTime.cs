using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace EenPlan.Kit.Data;

/// <summary>Lets the migrations tool make the SQLite context without starting a service.</summary>
public abstract class SqliteDesignTimeFactory<TDb> : IDesignTimeDbContextFactory<TDb>
    where TDb : DbContext
{
    /// <inheritdoc/>
    public TDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<TDb>();
        DatabaseRegistration.UseSqlite(options, "Data Source=design-time.db");
        return (TDb)Activator.CreateInstance(typeof(TDb), options.Options)!;
    }
}

/// <summary>Lets the migrations tool make the SQL Server context without a server.</summary>
public abstract class SqlServerDesignTimeFactory<TDb> : IDesignTimeDbContextFactory<TDb>
    where TDb : DbContext
{
    /// <inheritdoc/>
    public TDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<TDb>();
        DatabaseRegistration.UseSqlServer(options, "Server=design-time;Database=design-time");
        return (TDb)Activator.CreateInstance(typeof(TDb), options.Options)!;
    }
}
