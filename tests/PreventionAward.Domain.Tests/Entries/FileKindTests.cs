using System.IO.Compression;
using System.Text;
using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Tests.Entries;

public sealed class FileKindTests
{
    [Theory]
    [InlineData("%PDF-1.7", ".pdf")]
    [InlineData("MZ\0\0", null)]
    [InlineData("<html><script>", null)]
    [InlineData("PK\x03\x04 broken", null)]
    [InlineData("", null)]
    public void A_file_is_what_is_in_it(string content, string? extension) =>
        Assert.Equal(extension, FileKind.Of(Encoding.Latin1.GetBytes(content))?.Extension);

    [Fact]
    public void Images_are_known_by_their_first_bytes()
    {
        Assert.Equal(".png", FileKind.Of([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0])?.Extension);
        Assert.Equal(".jpg", FileKind.Of([0xFF, 0xD8, 0xFF, 0xE0])?.Extension);
    }

    [Fact]
    public void Office_files_are_known_by_their_parts() =>
        Assert.Equal((".docx", ".xlsx", ".pptx"), (Kind("word/document.xml"), Kind("xl/workbook.xml"), Kind("ppt/presentation.xml")));

    [Fact]
    public void An_office_file_with_macros_is_not_taken() =>
        Assert.Null(FileKind.Of(Zip(("[Content_Types].xml", ""), ("word/document.xml", ""), ("word/vbaProject.bin", ""))));

    [Fact]
    public void Open_documents_are_known_by_what_they_say_they_are() =>
        Assert.Equal(".odt", FileKind.Of(Zip(("mimetype", "application/vnd.oasis.opendocument.text")))?.Extension);

    [Fact]
    public void A_plain_archive_is_not_taken() => Assert.Null(FileKind.Of(Zip(("readme.txt", "hello"))));

    [Theory]
    [InlineData("report.pdf", "report.pdf")]
    [InlineData("REPORT.PDF", "REPORT.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("C:\\temp\\a:b?.exe", "a-b-.exe.pdf")]
    [InlineData("evil\u202efdp.exe\n", "evilfdp.exe.pdf")]
    [InlineData("...", "file.pdf")]
    [InlineData(null, "file.pdf")]
    [InlineData("Äijälä 😀.pdf", "Äijälä 😀.pdf")]
    public void A_name_is_made_safe_and_ends_as_the_content_does(string? name, string safe) =>
        Assert.Equal(safe, FileKind.Of("%PDF-"u8.ToArray())!.SafeName(name));

    private static string? Kind(string part) => FileKind.Of(Zip(("[Content_Types].xml", ""), (part, "")))?.Extension;

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }

        return memory.ToArray();
    }

    [Theory]
    [InlineData("report.pdf", "no PDF", "entries.file-not-as-named")]
    [InlineData("photo.JPEG", "GIF89a", "entries.file-not-as-named")]
    [InlineData("table.docx", "plain text", "entries.file-not-as-named")]
    [InlineData("macros.docx", "PK\u0003\u0004", "entries.file-kind")]
    [InlineData("program.exe", "MZ", "entries.file-kind")]
    public void What_is_not_what_its_name_says_is_refused_with_that_reason(string name, string content, string code) =>
        Assert.Equal(code, FileKind.Refused(name, Encoding.Latin1.GetBytes(content)).Code);
}
