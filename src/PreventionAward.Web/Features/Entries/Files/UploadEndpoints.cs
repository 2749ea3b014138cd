using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Features.Entries.Files;

/// <summary>The addresses through which a page's script attaches files in chunks (js/uploads.js). Every answer is JSON with a state, refusals also a sentence.</summary>
internal static class UploadEndpoints
{
    public const string Pattern = "/entries/{id:guid}/uploads";

    public static void MapUploads(this IEndpointRouteBuilder app)
    {
        app.MapGet(Pattern, ListAsync);
        var writes = app.MapGroup(Pattern).AddEndpointFilter(OnlyOwnPagesAsync).DisableAntiforgery();
        writes.MapPost("", StartAsync);
        writes.MapPost("/{upload:guid}", AppendAsync);
        writes.MapPost("/{upload:guid}/finish", FinishAsync);
        writes.MapPost("/{upload:guid}/drop", DropAsync);
    }

    // The token is checked here, after the sign-in: a sign-in that has run out must not look like a forgery.
    private static async ValueTask<object?> OnlyOwnPagesAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var services = call.HttpContext.RequestServices;
        if (await services.GetRequiredService<CurrentPerson>().AccountAsync() is null) return Said("signed-out", StatusCodes.Status401Unauthorized);
        return await services.GetRequiredService<IAntiforgery>().IsRequestValidAsync(call.HttpContext) ? await next(call) : Said("token", StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> ListAsync(Guid id, IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, HttpContext http)
    {
        if (await current.AccountAsync() is null) return Said("signed-out", StatusCodes.Status401Unauthorized);
        var now = await clock.NowAsync();
        await using var db = await dbs.CreateDbContextAsync();
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(new { uploads = (await db.OwnUploadsAsync(await current.GetAsync(), new(id), now)).Select(Told) });
    }

    private static async Task<IResult> StartAsync(Guid id, HttpContext http, StartUpload start, Texts texts)
    {
        var form = await http.Request.ReadFormAsync();
        var size = long.TryParse(form["size"], NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : 0;
        var (upload, refusal) = await start.RunAsync(new(id), form["name"].ToString(), size, form["sha256"].ToString());
        return upload is null ? Refused(refusal!, texts) : Results.Json(Told(upload));
    }

    private static async Task<IResult> AppendAsync(Guid id, Guid upload, long offset, HttpContext http, AppendUpload append, Texts texts)
    {
        if (await ChunkAsync(http) is not { } bytes) return Said("too-long", StatusCodes.Status413PayloadTooLarge);
        var (received, refusal) = await append.RunAsync(new(id), upload, offset, bytes);
        return refusal is null ? Results.Json(new { received }) : Refused(refusal, texts, received);
    }

    private static async Task<IResult> FinishAsync(Guid id, Guid upload, FinishUpload finish, Texts texts)
    {
        var (file, refusal) = await finish.RunAsync(new(id), upload);
        return file is null ? Refused(refusal!, texts) : Results.Json(new
        {
            id = file.Id.Value,
            name = file.Name,
            href = Links.EntryFile(file.EntryId, file.Id),
            facts = texts["entries.file-facts", Math.Max(1, file.Size / 1000), texts.Written(file.AddedAt)],
            sha256 = file.Sha256,
            scan = texts.Written(file.Scan),
            remove = texts["ui.remove-what", file.Name],
        });
    }

    private static async Task<IResult> DropAsync(Guid id, Guid upload, DropUpload drop, Texts texts) =>
        await drop.RunAsync(new(id), upload) is { } refusal ? Refused(refusal, texts) : Results.Json(new { });

    private static object Told(Upload upload) => new { id = upload.Id, name = upload.Name, size = upload.Size, received = upload.Received, sha256 = upload.Sha256 };

    // Read to one byte beyond what is taken; what a client says of its length is no promise.
    private static async Task<byte[]?> ChunkAsync(HttpContext http)
    {
        var bytes = new byte[Upload.LargestChunk + 1];
        var read = await http.Request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, http.RequestAborted);
        return read > Upload.LargestChunk ? null : bytes[..read];
    }

    private static IResult Refused(Refusal refusal, Texts texts, long received = 0) => refusal.Code switch
    {
        "files.gone" => Said("gone", StatusCodes.Status404NotFound),
        "files.wrong-offset" => Results.Json(new { state = "offset", received = received > 0 ? received : refusal.Args[0] }, statusCode: StatusCodes.Status409Conflict),
        "entries.file-there-already" => Results.Json(new { state = "there", message = texts[refusal] }, statusCode: StatusCodes.Status409Conflict),
        _ => Results.Json(new { state = "refused", message = texts[refusal] }, statusCode: StatusCodes.Status409Conflict),
    };

    private static IResult Said(string state, int status) => Results.Json(new { state }, statusCode: status);
}
