using System.Globalization;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Web.Features.Scoring;

/// <summary>The score sheet as a form posts it: C1, C1-comment, C1-abstains.</summary>
internal static class PostedMarks
{
    public static string Comment(string criterion) => $"{criterion}-comment";

    public static string Abstains(string criterion) => $"{criterion}-abstains";

    /// <summary>One mark for every criterion that the form holds; of the others nothing is said. Fields of any other name are not read.</summary>
    public static IReadOnlyDictionary<string, Mark> Of(IFormCollection form, IEnumerable<Criterion> criteria) =>
        criteria.Where(c => form.ContainsKey(c.Key) || form.ContainsKey(Comment(c.Key)) || form.ContainsKey(Abstains(c.Key))).ToDictionary(c => c.Key, c => new Mark(Points(form[c.Key]), form[Comment(c.Key)].ToString(), form[Abstains(c.Key)].Count > 0));

    private static int? Points(string? posted) =>
        int.TryParse(posted, NumberStyles.None, CultureInfo.InvariantCulture, out var points) ? points : null;
}
