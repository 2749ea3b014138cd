using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace PreventionAward.Web.Tests.Documents;

/// <summary>A PDF as other people's programs see it: poppler and qpdf.</summary>
internal sealed class Pdf : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("paper").FullName;

    public Pdf(byte[] bytes) => File.WriteAllBytes(FileName, bytes);

    public static bool ToolsAreInstalled { get; } = IsThere("pdfinfo") && IsThere("qpdf");

    private string FileName => Path.Combine(folder, "paper.pdf");

    public string Info() => Run("pdfinfo", FileName);

    public string Structure() => Run("pdfinfo", "-struct-text", FileName);

    public string Fonts() => Run("pdffonts", FileName);

    public string Text() => Run("pdftotext", "-enc", "UTF-8", FileName, "-");

    /// <summary>The text in the order in which it is drawn, columns or not.</summary>
    public string RawText() => Run("pdftotext", "-raw", "-enc", "UTF-8", FileName, "-");

    /// <summary>The text of one page with its columns kept apart.</summary>
    public string Page(int page) => Run("pdftotext", "-layout", "-enc", "UTF-8", "-f", $"{page}", "-l", $"{page}", FileName, "-");

    /// <summary>The text on one line, as if no line had been broken.</summary>
    public string TextInOneLine() => string.Join(' ', Text().Replace("\u00AD\n", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public string Check() => Run("qpdf", "--check", FileName);

    /// <summary>0 where qpdf has nothing to say, not even a warning.</summary>
    public int CheckStatus()
    {
        using var process = Process.Start(new ProcessStartInfo("qpdf", ["--check", FileName]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>What poppler says of its signatures.</summary>
    public string Signatures() => Run("pdfsig", "-nocert", FileName);

    /// <summary>Everything in the file, unpacked.</summary>
    public string Unpacked() => Run("qpdf", "--qdf", "--object-streams=disable", FileName, "-");

    public byte[] Attached(string name)
    {
        Run("pdfdetach", "-saveall", "-o", folder, FileName);
        return File.ReadAllBytes(Path.Combine(folder, name));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }

    private static bool IsThere(string program)
    {
        try
        {
            Run(program, "--version");
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}

/// <summary>A test that looks at PDFs with poppler and qpdf.</summary>
public sealed class PdfFactAttribute : FactAttribute
{
    public PdfFactAttribute()
    {
        if (!Pdf.ToolsAreInstalled) Skip = "Needs poppler-utils and qpdf (Debian packages)";
    }
}
