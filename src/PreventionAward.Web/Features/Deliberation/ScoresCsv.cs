using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Features.Deliberation;

/// <summary>The points of every sheet that counts, a line for each, as a Finnish spreadsheet reads them: semicolons, decimal commas, UTF-8 with its mark.</summary>
internal static class ScoresCsv
{
    public const string Pattern = "/jury/{name}/scores.csv";

    /// <summary>For secretary and chair once scoring is closed; of entries from which the person stays out nothing is in it, not even a line.</summary>
    public static async Task<IResult> AnswerAsync(string name, HttpContext http, IDbContextFactory<AwardDb> dbs, JuryTables tables, CurrentPerson current, Texts texts, CancellationToken cancel)
    {
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var competition = await db.CompetitionAsync(name, person, cancel);
        if (competition is null || !person.May(Can.Deliberate, competition.Matter) || !person.May(Can.SeeProgress, competition.Matter)) return Results.NotFound();

        var table = await tables.ForAsync(competition, person);
        var jurors = table.Jurors;
        var places = jurors.Select((juror, place) => (juror.Id, place)).ToDictionary(j => j.Id, j => j.place);
        byte[][] names = [.. jurors.Select(juror => Utf8(Safe(juror.Name.Best(texts.Language).Text)))];
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Stream(
            async stream =>
            {
                var pipe = PipeWriter.Create(stream, new StreamPipeWriterOptions(minimumBufferSize: 1 << 16, leaveOpen: true));
                pipe.Write(Encoding.UTF8.Preamble);
                string[] header = [texts["deliberation.csv.number"], texts["deliberation.csv.entry"], texts["deliberation.csv.member"], .. competition.Criteria.Select(c => c.Key), texts["deliberation.csv.total"]];
                pipe.Write(Utf8(string.Join(';', header.Select(Safe)) + "\r\n"));
                foreach (var entry in table.Entries.Select(e => e.Entry).OrderBy(e => e.Number))
                {
                    var start = Utf8(string.Create(CultureInfo.InvariantCulture, $"{entry.Number};{Safe(entry.Title)};"));
                    foreach (var sheet in table.SheetsOf(entry.Id).Where(sheet => places.ContainsKey(sheet.JurorId)).OrderBy(sheet => places[sheet.JurorId]))
                        Line(pipe, start, names[places[sheet.JurorId]], sheet, competition.Criteria);
                    if (pipe.UnflushedBytes > 1 << 15) await pipe.FlushAsync(cancel);
                }

                await pipe.CompleteAsync();
            },
            "text/csv; charset=utf-8", texts["deliberation.csv.file", name]);
    }

    private static void Line(PipeWriter pipe, byte[] start, byte[] juror, CountedSheet sheet, IReadOnlyList<Criterion> criteria)
    {
        pipe.Write(start);
        pipe.Write(juror);
        var room = pipe.GetSpan((2 * criteria.Count) + 24);
        var at = 0;
        long? hundredths = 0;
        for (var place = 0; place < criteria.Count; place++)
        {
            room[at++] = (byte)';';
            if (sheet.Points[place] is { } points) room[at++] = (byte)('0' + points);
            hundredths += sheet.Points[place] * criteria[place].Weight;
        }

        room[at++] = (byte)';';
        if (hundredths is { } total) at += Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{total / 100},{total % 100:00}"), room[at..]);
        room[at++] = (byte)'\r';
        room[at++] = (byte)'\n';
        pipe.Advance(at);
    }

    // A spreadsheet would take a text that begins so for a formula, and an entry's title is anybody's.
    private static string Safe(string text)
    {
        var safe = text.AsSpan().TrimStart().IndexOfAny("=+-@") == 0 || text.StartsWith('\t') ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(";\t\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
