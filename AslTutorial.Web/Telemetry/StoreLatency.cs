using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AslTutorial.Web.Telemetry;

/// <summary>Measures each command to the database.</summary>
internal sealed class StoreLatency(SiteMetrics metrics) : DbCommandInterceptor
{
    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        metrics.Store(eventData.Duration, failed: false);
        return base.ReaderExecutedAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        metrics.Store(eventData.Duration, failed: false);
        return base.NonQueryExecutedAsync(command, eventData, result, cancellationToken);
    }

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        metrics.Store(eventData.Duration, failed: true);
        return base.CommandFailedAsync(command, eventData, cancellationToken);
    }
}
