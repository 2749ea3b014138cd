using System.Text;
using PreventionAward.Web.Documents;

namespace PreventionAward.Web.Tests.Documents;

[Collection(nameof(Press))]
public sealed class SealTests(Press press)
{
    private static readonly PaperAttachment Record = new("decision.json", "application/json", """{"winner":1}"""u8.ToArray(), "Tiedot");

    [PdfFact]
    public async Task A_sealed_pdf_is_valid_for_others_and_keeps_all_it_had()
    {
        using var authority = new SealAuthority();
        using var seal = authority.Seal();
        var plain = (await press.DrawAsync(SamplePapers.EveryBlock, Record)).Pdf;

        var bytes = await seal.PutAsync(plain, Press.Noon, isAccessible: false);

        SampleDecision.Keep("sealed.pdf", bytes);
        using var pdf = new Pdf(bytes);
        using var before = new Pdf(plain);
        Assert.Contains("Signature is Valid", pdf.Signatures(), StringComparison.Ordinal);
        Assert.Contains("Total document signed", pdf.Signatures(), StringComparison.Ordinal);
        Assert.Contains("ETSI.CAdES.detached", pdf.Signatures(), StringComparison.Ordinal);
        Assert.Equal((true, 0), (pdf.Check().Contains("No syntax or stream encoding errors", StringComparison.Ordinal), pdf.CheckStatus()));
        Assert.Equal(plain, bytes[..plain.Length]);
        Assert.Equal(Record.Bytes, pdf.Attached(Record.FileName));
        Assert.Equal(before.Structure(), pdf.Structure());
        Assert.Equal(before.Text(), pdf.Text());
        Assert.Contains("<pdfaid:part>3</pdfaid:part>", pdf.Unpacked(), StringComparison.Ordinal);
        Assert.Matches(@"trailer\n<< /Size \d+ /Root \d+ 0 R /Info \d+ 0 R /Prev \d+ /ID \[\(.+\) <[0-9A-F]{32}>\] >>", Encoding.Latin1.GetString(bytes[plain.Length..]));
    }

    [PdfFact]
    public async Task The_accessible_form_is_sealed_with_a_hidden_field()
    {
        using var authority = new SealAuthority();
        using var seal = authority.Seal();

        var bytes = await seal.PutAsync((await press.DrawAsync(SamplePapers.EveryBlock with { Standard = PaperStandard.Accessible })).Pdf, Press.Noon, isAccessible: true);

        using var pdf = new Pdf(bytes);
        Assert.Contains("Signature is Valid", pdf.Signatures(), StringComparison.Ordinal);
        Assert.Contains("/F 130", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(0, pdf.CheckStatus());
    }

    [PdfFact]
    public async Task It_names_its_certificate_and_carries_a_time_stamp()
    {
        using var authority = new SealAuthority(stamps: true);
        using var seal = authority.Seal();

        var bytes = await seal.PutAsync((await press.DrawAsync(SamplePapers.EveryBlock)).Pdf, Press.Noon, isAccessible: false);

        var read = SealedPdf.Read(bytes)!;
        Assert.Equal((SealAuthority.Name, true, true), (read.By, read.IsWhole, read.NamesCertificate));
        Assert.NotNull(read.StampedAt);
        using var pdf = new Pdf(bytes);
        Assert.Contains("Signature is Valid", pdf.Signatures(), StringComparison.Ordinal);
    }

    [PdfFact]
    public async Task One_changed_byte_anywhere_is_found()
    {
        using var authority = new SealAuthority();
        using var seal = authority.Seal();
        var plain = (await press.DrawAsync(SamplePapers.EveryBlock, Record)).Pdf;
        var bytes = await seal.PutAsync(plain, Press.Noon, isAccessible: false);

        foreach (var at in new[] { 9, plain.Length / 2, plain.Length - 3, plain.Length + 40, bytes.Length - 4 })
        {
            var changed = (byte[])bytes.Clone();
            changed[at] ^= 1;
            Assert.False(SealedPdf.Read(changed)?.IsWhole, $"byte {at}");
        }

        Assert.False(SealedPdf.Read([.. bytes, (byte)'\n'])!.IsWhole);
        bytes[plain.Length / 2] ^= 1;
        using var pdf = new Pdf(bytes);
        Assert.Contains("Digest Mismatch", pdf.Signatures(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_time_stamp_that_was_asked_for_nothing_is_sealed()
    {
        using var authority = new SealAuthority();
        using var seal = authority.Seal(stamps: new("http://127.0.0.1:9/"));
        var plain = (await press.DrawAsync(SamplePapers.EveryBlock)).Pdf;

        var failed = await Assert.ThrowsAsync<PdfNotSealedException>(() => seal.PutAsync(plain, Press.Noon, isAccessible: false));

        Assert.Contains("no time stamp", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_is_not_valid_then_and_a_file_of_another_make_are_refused()
    {
        using var authority = new SealAuthority();
        using var seal = authority.Seal();

        await Assert.ThrowsAsync<PdfNotSealedException>(() => seal.PutAsync([1], Press.Noon.AddYears(30), isAccessible: false));
        await Assert.ThrowsAsync<PdfNotSealedException>(() => seal.PutAsync("%PDF-1.7 of another make"u8.ToArray(), Press.Noon, isAccessible: false));
    }

    [Fact]
    public async Task A_file_without_a_seal_says_nothing_of_one() =>
        Assert.Null(SealedPdf.Read((await press.DrawAsync(SamplePapers.EveryBlock)).Pdf));

    [Fact]
    public void A_wrong_password_stops_the_start()
    {
        using var authority = new SealAuthority();

        var wrong = new SealOptions { Certificate = authority.Settings["Seal:Certificate"], Password = "wrong" };

        Assert.Contains("Seal:Certificate", Assert.Throws<InvalidOperationException>(() => wrong.Load()).Message, StringComparison.Ordinal);
    }
}
