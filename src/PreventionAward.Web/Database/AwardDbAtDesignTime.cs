using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace PreventionAward.Web.Database;

/// <summary>The context as <c>dotnet ef migrations add</c> makes it: no server is asked.</summary>
internal sealed class AwardDbAtDesignTime : IDesignTimeDbContextFactory<AwardDb>
{
    public AwardDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<AwardDb>().UseNpgsql().Options);
}
