using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace PreventionAward.Web.Tests;

public sealed class AdaptersTests
{
    [Fact]
    public void Without_the_setting_the_built_in_engines_stay()
    {
        var services = new ServiceCollection();

        services.AddAdapters(new ConfigurationBuilder().Build());

        Assert.Empty(services);
    }

    [Fact]
    public void An_adapter_beside_the_program_is_let_in()
    {
        var services = new ServiceCollection();

        services.AddAdapters(Setting("PreventionAward.Web.Tests"));

        Assert.Equal(typeof(TryAdapter), Assert.Single(services).ServiceType);
    }

    [Fact]
    public void A_named_adapter_that_is_not_there_stops_the_start()
    {
        var missing = Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddAdapters(Setting("PreventionAward.Pigeon")));

        Assert.Contains("PreventionAward.Pigeon", missing.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Setting(string adapters) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("Adapters", adapters)]).Build();
}

/// <summary>An adapter that puts itself in.</summary>
public sealed class TryAdapter : IAdapter
{
    public void AddTo(IServiceCollection services, IConfiguration configuration) => services.AddSingleton(this);
}
