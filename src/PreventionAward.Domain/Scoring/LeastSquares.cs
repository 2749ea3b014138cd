namespace PreventionAward.Domain.Scoring;

/// <summary>Least squares for a table with holes: cell = row + column.</summary>
public static class LeastSquares
{
    /// <summary>Each row's mean as if no cell were missing.</summary>
    /// <param name="table">Rows by columns; null = missing.</param>
    /// <returns>Null where the table falls into parts that no row or column connects.</returns>
    public static double[]? RowMeans(double?[,] table)
    {
        var (rows, columns) = (table.GetLength(0), table.GetLength(1));
        List<int> used = [.. Enumerable.Range(0, columns).Where(c => Enumerable.Range(0, rows).Any(r => table[r, c] is not null))];
        if (!IsConnected(table, used)) return null;
        var effects = Solve(NormalEquations(table, used));
        var level = effects.Average();
        return [.. Enumerable.Range(0, rows).Select(r => level + Cells(table, r, used).Average(cell => cell.Value - effects[cell.At]))];
    }

    private static IEnumerable<(int At, double Value)> Cells(double?[,] table, int row, IReadOnlyList<int> used)
    {
        for (var at = 0; at < used.Count; at++)
            if (table[row, used[at]] is { } value) yield return (at, value);
    }

    // The rows are eliminated first, so that the equations are as many as the members, however many the entries.
    private static double[,] NormalEquations(double?[,] table, IReadOnlyList<int> used)
    {
        var size = used.Count;
        var equations = new double[size, size + 1];
        for (var row = 0; row < table.GetLength(0); row++)
        {
            List<(int At, double Value)> cells = [.. Cells(table, row, used)];
            var mean = cells.Average(cell => cell.Value);
            foreach (var (at, value) in cells)
            {
                equations[at, at]++;
                equations[at, size] += value - mean;
                foreach (var (other, _) in cells) equations[at, other] -= 1.0 / cells.Count;
            }
        }

        // Only differences between columns are told by the data: the first is set to nought.
        for (var at = 0; at <= size; at++) equations[0, at] = at == 0 ? 1 : 0;
        return equations;
    }

    private static double[] Solve(double[,] equations)
    {
        var size = equations.GetLength(0);
        for (var step = 0; step < size; step++)
        {
            Swap(equations, step, Enumerable.Range(step, size - step).MaxBy(row => Math.Abs(equations[row, step])));
            for (var row = 0; row < size; row++)
            {
                if (row == step) continue;
                var factor = equations[row, step] / equations[step, step];
                for (var at = step; at <= size; at++) equations[row, at] -= factor * equations[step, at];
            }
        }

        return [.. Enumerable.Range(0, size).Select(row => equations[row, size] / equations[row, row])];
    }

    private static void Swap(double[,] equations, int one, int other)
    {
        for (var at = 0; one != other && at < equations.GetLength(1); at++)
            (equations[one, at], equations[other, at]) = (equations[other, at], equations[one, at]);
    }

    private static bool IsConnected(double?[,] table, IReadOnlyList<int> used)
    {
        var rows = table.GetLength(0);
        HashSet<int> seen = [];
        Queue<int> next = new([0]);
        while (next.TryDequeue(out var row))
        {
            if (!seen.Add(row)) continue;
            foreach (var column in used.Where(c => table[row, c] is not null && !seen.Contains(rows + c)))
            {
                seen.Add(rows + column);
                for (var other = 0; other < rows; other++)
                    if (table[other, column] is not null && !seen.Contains(other)) next.Enqueue(other);
            }
        }

        return seen.Count == rows + used.Count;
    }
}
