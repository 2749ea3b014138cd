using PreventionAward.Web;
using PreventionAward.Web.Localisation;

if (args is [not ['-', ..], ..]) return await Verbs.RunAsync(args);

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddTexts(Path.Combine(AppContext.BaseDirectory, "templates", "texts"), strict: !builder.Environment.IsProduction());

var app = builder.Build();
app.UseLanguagePath();
app.UseExceptionHandler("/error", createScopeForErrors: true);
app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
app.UseRouting();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapGet("/health", () => "ok");
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
await app.RunAsync();
return 0;
