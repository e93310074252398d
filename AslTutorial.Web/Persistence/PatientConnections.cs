using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AslTutorial.Web.Persistence;

/// <summary>
/// Lets SQLite itself wait for a lock, as it tries again every few milliseconds; its .NET library would sleep 150 ms between
/// tries.
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
