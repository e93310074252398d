using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AslTutorial.Web.Persistence;

/// <summary>
/// Has SQLite itself wait for another's lock, which tries again after a few milliseconds; its .NET library, which sleeps 150 ms
/// between two tries, is left nothing to wait for.
/// </summary>
internal sealed class PatientConnections(TimeSpan patience) : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Be(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Be(connection);
        return Task.CompletedTask;
    }

    private void Be(DbConnection connection)
    {
        if (connection is SqliteConnection { Handle: { } handle })
        {
            SQLitePCL.raw.sqlite3_busy_timeout(handle, (int)patience.TotalMilliseconds);
        }
    }
}
