using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PreventionAward.Web.Database;

/// <summary>Questions that every request asks, or whose answers have very many rows, without the mapper between.</summary>
internal static class PlainSql
{
    /// <summary>Asks on the context's own connection, inside its transaction where there is one.</summary>
    /// <param name="values">For $1, $2 ... in order; null is told with its type by a parameter of one's own.</param>
    public static async Task<T> AskAsync<T>(this AwardDb db, string sql, Func<NpgsqlDataReader, Task<T>> read, object[] values, CancellationToken cancel = default)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection());
            foreach (var value in values) command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
            await using var reader = await command.ExecuteReaderAsync(cancel);
            return await read(reader);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
