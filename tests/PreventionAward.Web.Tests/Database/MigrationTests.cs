using Microsoft.EntityFrameworkCore;
using PreventionAward.Web.Features.SignIn;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Database;

public sealed class MigrationTests
{
    [Fact]
    public async Task No_migration_is_missing()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.CreateDbContext();

        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Equal([], await db.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task Each_test_has_a_database_of_its_own()
    {
        await using var one = await TestDatabase.CreateAsync();
        await using var other = await TestDatabase.CreateAsync();

        Assert.NotEqual(one.Connection, other.Connection);
    }
}
