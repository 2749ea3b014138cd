using System.Globalization;
using Microsoft.AspNetCore.Components;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Access;

/// <summary>A part of a page that stays up to date in every open browser. Without script it is what the page was when it was opened.</summary>
public abstract class LiveIsland : ComponentBase, IDisposable
{
    private CultureInfo culture = CultureInfo.CurrentUICulture;
    private IDisposable? watch;
    private bool isBegun;
    private bool isGone;
    private bool isLoading;
    private bool isOld;

    [Inject] private Changes Changes { get; set; } = null!;

    [Inject] private CurrentPerson Current { get; set; } = null!;

    [Inject] private AwardClock Clock { get; set; } = null!;

    /// <summary>The competition that is watched.</summary>
    [Parameter, EditorRequired] public CompetitionId Competition { get; set; }

    /// <summary>When what is shown was read.</summary>
    protected DateTimeOffset AsOf { get; private set; }

    /// <summary>Changes cannot be heard of just now.</summary>
    protected bool IsStale => RendererInfo.IsInteractive && !Changes.IsListening;

    /// <summary>Reads what the person may see now: everything is asked again, permissions too.</summary>
    protected abstract Task LoadAsync(Person person);

    // Nothing is drawn before the first reading: until then the browser keeps what the page was opened with.
    public sealed override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!isBegun)
        {
            isBegun = true;
            culture = CultureInfo.CurrentUICulture;
            await ReadAsync();
            if (RendererInfo.IsInteractive && !isGone) watch = Changes.Watch(Competition, Told);
        }

        await base.SetParametersAsync(ParameterView.Empty);
    }

    public void Dispose()
    {
        isGone = true;
        watch?.Dispose();
        GC.SuppressFinalize(this);
    }

    private void Told() => _ = InvokeAsync(ReadAgainAsync);

    // Several changes while one is being read become one more reading.
    private async Task ReadAgainAsync()
    {
        isOld = true;
        if (isLoading) return;
        isLoading = true;
        try
        {
            // A word from the database comes in no language of its own.
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            while (isOld && Changes.IsListening)
            {
                isOld = false;
                await ReadAsync();
            }

            StateHasChanged();
        }
        finally
        {
            isLoading = false;
        }
    }

    private async Task ReadAsync()
    {
        Current.Refresh();
        AsOf = await Clock.NowAsync();
        await LoadAsync(await Current.GetAsync());
        if (RendererInfo.IsInteractive) Current.Refresh(); // Nothing is held for the circuit but what it shows.
    }
}
