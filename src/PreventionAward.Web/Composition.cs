using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Templates;

namespace PreventionAward.Web;

/// <summary>Puts the parts together, for serving and for the verbs of the command line alike.</summary>
internal static class Composition
{
    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString("Award")
            ?? throw new InvalidOperationException("ConnectionStrings__Award is missing: ./run sets it, or name a PostgreSQL of your own.");
        services.AddSingleton(_ => NpgsqlDataSource.Create(Prepared(connection)));
        services.AddPooledDbContextFactory<AwardDb>((provider, options) => options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddSingleton<AwardClock, DatabaseClock>().AddSingleton<Changes>().AddSingleton<Features.Deliberation.JuryTables>();
        return services;
    }

    // What is asked again and again is planned once for each connection, unless the address of the database says otherwise. Nothing
    // sets anything for a whole connection (locks are those of a transaction), so there is nothing to reset before each question.
    private static string Prepared(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection) { NoResetOnClose = true };
        if (settings.MaxAutoPrepare == 0) settings.MaxAutoPrepare = 200;
        return settings.ConnectionString;
    }

    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection("Mail").Get<MailSettings>() ?? new();
        settings.PublicAddress = configuration["PublicAddress"] ?? settings.PublicAddress;
        return services.AddSingleton(settings).AddSingleton<Outbox>().AddSingleton<MailPost, SmtpPost>();
    }

    public static IServiceCollection AddTemplates(this IServiceCollection services) =>
        services.AddSingleton(_ => new TemplateStore(Path.Combine(AppContext.BaseDirectory, "templates")));

    /// <summary>Sign-in by cookie, with keys in the database.</summary>
    /// <param name="overTls">Cookies go over TLS only.</param>
    public static IServiceCollection AddPeople(this IServiceCollection services, bool overTls = true)
    {
        services.AddHttpContextAccessor().AddScoped<CurrentPerson>().AddScoped<LiveSession>().AddCascadingAuthenticationState().AddAuthorization();
        services.AddDataProtection().SetApplicationName("PreventionAward");
        services.AddOptions<KeyManagementOptions>().Configure<IDbContextFactory<AwardDb>>((keys, dbs) => keys.XmlRepository = new KeyRing(dbs));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = LiveSession.Cookie;
            cookie.Cookie.SecurePolicy = overTls ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.EventsType = typeof(LiveSession);
            cookie.Cookie.Path = "/"; // One sign-in serves all languages, whose paths differ.
            cookie.LoginPath = "/sign-in";
            cookie.ReturnUrlParameter = "returnTo";
            cookie.ExpireTimeSpan = TimeSpan.FromDays(7);
            cookie.SlidingExpiration = true;
        });
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Path = "/");
        return services;
    }

    /// <summary>Every use case by itself: a class in Features that has a method RunAsync, or is named in the list.</summary>
    public static IServiceCollection AddUseCases(this IServiceCollection services)
    {
        var useCases = typeof(Composition).Assembly.GetTypes().Where(type =>
            type is { IsClass: true, IsAbstract: false, IsPublic: true } && type.Namespace?.StartsWith("PreventionAward.Web.Features", StringComparison.Ordinal) == true
            && type.GetMethods().Any(method => method.Name == "RunAsync"));
        foreach (var useCase in useCases) services.AddScoped(useCase);
        return services.AddScoped<Features.SignIn.SignIn>();
    }
}
