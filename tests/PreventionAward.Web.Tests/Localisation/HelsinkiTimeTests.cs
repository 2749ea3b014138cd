using PreventionAward.Domain;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Tests.Localisation;

public sealed class HelsinkiTimeTests
{
    [Theory]
    [InlineData("2.10.2027", "16.15", "2027-10-02T13:15:00Z")]
    [InlineData(" 02.10.2027 ", "16:15", "2027-10-02T13:15:00Z")]
    [InlineData("2027-10-02", "16", "2027-10-02T13:00:00Z")]
    [InlineData("15.1.2027", "0.00", "2027-01-14T22:00:00Z")]
    public void A_time_as_people_write_it_is_an_instant(string date, string time, string instant)
    {
        var (parsed, refusal) = HelsinkiTime.Parse(date, time);

        Assert.Null(refusal);
        Assert.Equal(DateTimeOffset.Parse(instant, null), parsed);
    }

    [Theory]
    [InlineData("31.2.2027", "16.15", "time.not-a-date")]
    [InlineData("2/10/2027", "16.15", "time.not-a-date")]
    [InlineData("", "16.15", "time.not-a-date")]
    [InlineData("2.10.2027", "24.00", "time.not-a-time")]
    [InlineData("2.10.2027", "", "time.not-a-time")]
    [InlineData("28.3.2027", "3.30", "time.skipped-hour")]
    public void What_is_no_time_is_refused_in_words(string date, string time, string code)
    {
        var (parsed, refusal) = HelsinkiTime.Parse(date, time);

        Assert.Null(parsed);
        Assert.Equal(code, refusal?.Code);
    }

    [Fact]
    public void Of_the_hour_that_comes_twice_the_later_is_meant_and_the_offset_is_said()
    {
        var (parsed, _) = HelsinkiTime.Parse("31.10.2027", "3.30");

        Assert.Equal(new DateTimeOffset(2027, 10, 31, 1, 30, 0, TimeSpan.Zero), parsed);
        Assert.Equal("31.10.2027 klo\u00a03.30 (UTC+2)", HelsinkiTime.DateAndTime(parsed!.Value, Language.Finnish));
        Assert.Equal("31.10.2027 klo\u00a03.30 (UTC+3)", HelsinkiTime.DateAndTime(parsed.Value.AddHours(-1), Language.Finnish));
    }

    [Fact]
    public void What_a_field_shows_is_read_back_as_the_same_instant()
    {
        var closes = new DateTimeOffset(2027, 4, 30, 13, 15, 0, TimeSpan.Zero);

        Assert.Equal((closes, null), HelsinkiTime.Parse(HelsinkiTime.DateInput(closes), HelsinkiTime.TimeInput(closes)));
    }

    [Fact]
    public void The_day_is_the_day_in_Finland() =>
        Assert.Equal(new DateOnly(2027, 5, 1), HelsinkiTime.DayOf(new DateTimeOffset(2027, 4, 30, 21, 0, 0, TimeSpan.Zero)));
}
