using Microsoft.AspNetCore.Mvc;
using Npgsql;
using PreventionAward.Web.Features.Decisions;

namespace PreventionAward.Web;

/// <summary>The addresses that are no pages: health, sign-out, files.</summary>
internal static class Endpoints
{
    public static void MapEndpoints(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health", HealthAsync);
        app.MapPost("/sign-out", SignOutAsync);
        app.MapGet("/" + Ui.Links.AfterSignIn, Features.SignIn.OwnWork.AnswerAsync).RequireAuthorization();
        app.MapGet("/staff/{name}/dossier.zip", Features.Dossiers.DossierDownload.AnswerAsync).RequireAuthorization();
        app.MapGet("/entries/{id:guid}/files/{file:guid}", Features.Entries.FileDownload.AnswerAsync).RequireAuthorization();
        app.MapGet("/entries/{id:guid}/receipt.pdf", Features.Entries.ReceiptDownload.AnswerAsync).RequireAuthorization();
        app.MapGet(Features.Entries.DraftEndpoint.Pattern, Drafts.DraftAnswer.TokenAsync);
        app.MapPost(Features.Entries.DraftEndpoint.Pattern, Features.Entries.DraftEndpoint.SaveAsync)
            .WithMetadata(new RequestSizeLimitAttribute(Features.Entries.DraftEndpoint.LargestRequest));
        app.MapGet(DecisionDraftEndpoint.Pattern, Drafts.DraftAnswer.TokenAsync);
        app.MapPost(DecisionDraftEndpoint.Pattern, DecisionDraftEndpoint.SaveAsync).WithMetadata(new RequestSizeLimitAttribute(DecisionDraftEndpoint.LargestRequest));
        app.MapGet(DecisionDraftEndpoint.CorrectionPattern, Drafts.DraftAnswer.TokenAsync);
        app.MapPost(DecisionDraftEndpoint.CorrectionPattern, DecisionDraftEndpoint.SaveCorrectionAsync).WithMetadata(new RequestSizeLimitAttribute(DecisionDraftEndpoint.LargestRequest));
        app.MapGet("/entries/{id:guid}/entry.pdf", Features.Entries.EntryPdf.AnswerAsync).RequireAuthorization();
        Features.Entries.Files.UploadEndpoints.MapUploads(app);
        app.MapPost(Features.Entries.PresenceEndpoint.Pattern, Features.Entries.PresenceEndpoint.AnswerAsync);
        app.MapDecisionFiles();
        app.MapReleaseFiles();
        app.MapTeamLetters();
        app.MapGet("/staff/{name}/year-report.pdf", Features.Reports.YearReportQuery.AnswerAsync).RequireAuthorization();
        app.MapGet("/competitions/{name}/call.pdf", Features.Public.CallPdf.AnswerAsync);
        app.MapGet("/jury/{name}/meeting/minutes.pdf", Features.Deliberation.Meetings.MinutesQuery.AnswerAsync).RequireAuthorization();
        app.MapGet(Features.Scoring.PacketPdf.Packet, Features.Scoring.PacketPdf.PacketAsync).RequireAuthorization();
        app.MapGet(Features.Scoring.PacketPdf.FormOfEntry, Features.Scoring.PacketPdf.FormAsync).RequireAuthorization();
        app.MapGet(Features.Scoring.PacketPdf.BlankForm, Features.Scoring.PacketPdf.FormAsync).RequireAuthorization();
        app.MapGet(Features.Deliberation.ScoresCsv.Pattern, Features.Deliberation.ScoresCsv.AnswerAsync).RequireAuthorization();
        app.MapPost(Features.Scoring.ScoresEndpoint.Pattern, Features.Scoring.ScoresEndpoint.SaveAsync);
    }

    /// <summary>"ok" when the database answers, 503 otherwise.</summary>
    private static async Task<IResult> HealthAsync(NpgsqlDataSource source)
    {
        try
        {
            await using var command = source.CreateCommand("select 1");
            await command.ExecuteScalarAsync();
            return Results.Text("ok");
        }
        catch (NpgsqlException)
        {
            return Results.Text("database unreachable", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    // A form posts here: the parameter makes the framework check its anti-forgery token.
    private static async Task<IResult> SignOutAsync(HttpContext http, Features.SignIn.SignOut signOut, [FromForm] string? from)
    {
        await signOut.RunAsync();
        return Results.LocalRedirect(http.Request.PathBase.HasValue ? http.Request.PathBase + "/" : "/");
    }
}
