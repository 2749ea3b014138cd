using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using PreventionAward.Domain;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Tests.Support;

/// <summary>A bunit context that has what every component asks for: the real texts, in Finnish unless <see cref="Speak"/> says otherwise.</summary>
public abstract class PageContext : BunitContext
{
    protected PageContext()
    {
        Services.AddSingleton(StrictTexts.All);
        Speak(Language.Finnish);
    }

    /// <summary>The sentences in the language of the test.</summary>
    protected Texts T => Services.GetRequiredService<Texts>();

    protected static void Speak(Language language) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Cultures.Of(language);
}
