using PreventionAward.Web;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Features.Entries;
using PreventionAward.Web.Features.Entries.Files;
using PreventionAward.Web.Features.Scoring;
using PreventionAward.Web.Features.SignIn;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Mail;

if (args is [not ['-', ..], ..]) return await Verbs.RunAsync(args);

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets(); // Compressed files of a build that is not published lie elsewhere.
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddTexts(Path.Combine(AppContext.BaseDirectory, "templates", "texts"), strict: !builder.Environment.IsProduction());
builder.Services.AddDocuments();
builder.Services.AddDatabase(builder.Configuration);
builder.Services.AddTemplates();
builder.Services.AddMail(builder.Configuration).AddHostedService<OutboxWorker>().AddHostedService<ReminderWorker>().AddHostedService<ScoringReminderWorker>();
builder.Services.AddFiles(builder.Configuration).AddHostedService<FileWorker>();
builder.Services.AddHostedService(provider => provider.GetRequiredService<Changes>());
builder.AddFrontDoor();
builder.Services.AddPeople(builder.IsOverTls());
builder.Services.AddUseCases();
builder.Services.AddAdapters(builder.Configuration);

var app = builder.Build();
app.UseForwardedHeaders();
app.UseLanguagePath();
app.UseExceptionHandler(new ExceptionHandlerOptions
{
    ExceptionHandlingPath = "/error",
    CreateScopeForErrors = true,
    StatusCodeSelector = fault => fault is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
});
app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
app.Use(AnswersInWords.ReadAsGetAsync);
app.Use(AnswersInWords.TellFormGoneAsync);
app.UseMiddleware<PageHeaders>();
app.UseRouting();
app.UseMiddleware<PublicPages>();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.Use(AnswersInWords.TellUntrustedAsync);
app.Use(Arrival.StampAsync);
app.Use(CurrentPerson.KnowBeforeReExecutionAsync);
app.MapStaticAssets();
app.MapEndpoints();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
await app.RunAsync();
return 0;
