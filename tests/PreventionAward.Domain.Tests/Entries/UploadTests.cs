using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Tests.Entries;

public sealed class UploadTests
{
    private static readonly PersonId Sender = An.Person();

    [Fact]
    public void Chunks_follow_each_other_until_the_file_is_whole()
    {
        var upload = Started(size: 40_000);

        Assert.Null(upload.Take(0, 20_000, An.Spring.AddMinutes(1)));
        Assert.False(upload.IsWhole);
        Assert.Null(upload.Take(20_000, 20_000, An.Spring.AddMinutes(2)));

        Assert.True(upload.IsWhole);
        Assert.Equal(An.Spring.AddMinutes(2), upload.TouchedAt);
    }

    [Theory]
    [InlineData(20_000, 20_000, "files.wrong-offset")] // A chunk is missing.
    [InlineData(0, 40_001, "files.broken")]            // More than was told.
    [InlineData(0, 0, "files.broken")]
    [InlineData(0, 100, "files.broken")]               // Crumbs.
    public void What_does_not_fit_is_refused_and_changes_nothing(long offset, int length, string refusal)
    {
        var upload = Started(size: 40_000);

        Assert.Equal(refusal, upload.Take(offset, length, An.Spring)?.Code);
        Assert.Equal(0, upload.Received);
    }

    [Fact]
    public void A_wrong_offset_is_told_the_right_one()
    {
        var upload = Started(size: 40_000);
        upload.Take(0, 20_000, An.Spring);

        Assert.Equal(20_000L, upload.Take(0, 20_000, An.Spring)?.Args[0]);
    }

    [Fact]
    public void An_upload_expires_a_day_after_its_last_chunk()
    {
        var upload = Started(size: 40_000);
        upload.Take(0, 20_000, An.Spring.AddHours(3));

        Assert.False(upload.IsExpired(An.Spring.AddHours(27).AddTicks(-1)));
        Assert.True(upload.IsExpired(An.Spring.AddHours(27)));
    }

    [Theory]
    [InlineData(0, 0, "entries.file-empty")]
    [InlineData(Attachment.LargestSize + 1, 0, "entries.file-too-large")]
    [InlineData(Attachment.LargestSize, 3, "entries.too-many-files")]
    public void An_upload_that_cannot_be_attached_does_not_begin(long size, int attached, string refusal) =>
        Assert.Equal(refusal, Upload.Start(Asked(size), attached, 3, []).Refusal?.Code);

    [Fact]
    public void One_person_and_one_entry_have_only_so_many_unfinished()
    {
        Upload[] own = [.. Enumerable.Range(0, Upload.MostOfOnePerson).Select(_ => Started(40_000))];

        Assert.Equal("files.too-many-unfinished", Upload.Start(Asked(40_000), 0, 10, own).Refusal?.Code);
        Assert.NotNull(Upload.Start(Asked(40_000, An.Person()), 0, 10, own).Upload);
        Upload[] all = [.. Enumerable.Range(0, Upload.MostInOneEntry).Select(_ => Started(40_000, An.Person()))];
        Assert.Equal("files.too-many-unfinished", Upload.Start(Asked(40_000), 0, 10, all).Refusal?.Code);
    }

    private static Upload Started(long size, PersonId? person = null) => Upload.Start(Asked(size, person), 0, 10, []).Upload!;

    private static Upload Asked(long size, PersonId? person = null) => new()
    {
        Id = Guid.NewGuid(),
        EntryId = new(Guid.NewGuid()),
        PersonId = person ?? Sender,
        Name = "plan.pdf",
        Size = size,
        Sha256 = new('a', 64),
        StartedAt = An.Spring,
    };
}
