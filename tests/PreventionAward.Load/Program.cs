using System.Globalization;
using PreventionAward.Load;

// Pages and ranking under load, measured; ./bench starts what is measured.
//   floor ADDRESS                      serves a bare page with a table, to compare with
//   pages ADDRESS CONNECTION FLOOR PID       requests per second and times of every kind of page
//   ranking ADDRESS CONNECTION PID           the jury's table of 5, 200 and 2,000 entries, and what a viewer costs
if (args[0] == "floor") return await Floor.ServeAsync(args[1]);
await using var ground = new Ground(args[2]);
return args[0] switch
{
    "pages" => await new PagesBench(new(args[1]), ground, new(args[3]), int.Parse(args[4], CultureInfo.InvariantCulture)).RunAsync(),
    _ => await new RankingBench(new(args[1]), ground, int.Parse(args[3], CultureInfo.InvariantCulture)).RunAsync(),
};
