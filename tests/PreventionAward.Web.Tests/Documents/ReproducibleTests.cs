namespace PreventionAward.Web.Tests.Documents;

public sealed class ReproducibleTests
{
    [Fact]
    public async Task The_same_record_gives_the_same_bytes_in_another_process_time_zone_locale_and_folder()
    {
        var here = await SecondProcess.DigestsAsync();
        var folder = Directory.CreateTempSubdirectory("elsewhere");
        try
        {
            foreach (var (zone, locale, culture) in new[] { ("Asia/Kathmandu", "tr_TR.UTF-8", "tr-TR"), ("America/St_Johns", "th_TH.UTF-8", "th-TH") })
            {
                var there = await SecondProcess.RunAsync(zone, locale, folder.FullName);

                Assert.Equal($"{culture} {zone} {folder.FullName}", there[0]);
                Assert.Equal(here, there[1..]);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
