using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Tests.Entries;

public sealed class WordDiffTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("sama teksti", "sama teksti", "sama teksti")]
    [InlineData("", "uusi", "+uusi+")]
    [InlineData("vanha", "", "-vanha-")]
    [InlineData("nuorten turvallinen ilta", "nuorten turvallisempi ilta", "nuorten -turvallinen-+turvallisempi+ ilta")]
    [InlineData("yksi kaksi kolme", "yksi kolme", "yksi -kaksi -kolme")]
    [InlineData("yksi kolme", "yksi kaksi kolme", "yksi +kaksi +kolme")]
    [InlineData("a b c", "x y z", "-a b c-+x y z+")]
    [InlineData("rivi\nrivi", "rivi\n\nrivi", "rivi-\n-+\n\n+rivi")]
    public void Changed_words_are_marked(string before, string after, string marked) =>
        Assert.Equal(marked, string.Concat(WordDiff.Of(before, after).Select(run => run.Kind switch
        {
            DiffKind.Deleted => $"-{run.Text}-",
            DiffKind.Inserted => $"+{run.Text}+",
            _ => run.Text,
        })));

    [Fact]
    public void Both_texts_can_be_read_back_from_the_difference()
    {
        var dice = new Random(20261122);
        for (var time = 0; time < 500; time++)
        {
            var (before, after) = (Text(dice), Text(dice));

            var runs = WordDiff.Of(before, after);

            Assert.Equal(before, string.Concat(runs.Where(run => run.Kind != DiffKind.Inserted).Select(run => run.Text)));
            Assert.Equal(after, string.Concat(runs.Where(run => run.Kind != DiffKind.Deleted).Select(run => run.Text)));
            Assert.DoesNotContain(runs.Zip(runs.Skip(1)), pair => pair.First.Kind == pair.Second.Kind);
        }
    }

    [Fact]
    public void Very_long_texts_differ_as_a_whole_where_they_differ()
    {
        var before = "alku " + string.Join(' ', Enumerable.Range(0, 5000).Select(n => $"a{n}")) + " loppu";
        var after = "alku " + string.Join(' ', Enumerable.Range(0, 5000).Select(n => $"b{n}")) + " loppu";

        Assert.Equal([DiffKind.Same, DiffKind.Deleted, DiffKind.Inserted, DiffKind.Same], WordDiff.Of(before, after).Select(run => run.Kind));
    }

    private static string Text(Random dice) =>
        string.Concat(Enumerable.Range(0, dice.Next(12)).Select(_ => new[] { "ja", "tai", "nuoret", " ", "\n", "  ", " ilta " }[dice.Next(7)]));
}
