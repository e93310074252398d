using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Notebooks;

/// <summary>Tells all open notebooks when a trainer brings another data set, because older outputs are stale then.</summary>
internal sealed class DataSetNews(ITrainerDirectory trainers, ICellOrders orders, OpenNotebooks notebooks) : IHostedService
{
    private string? _told;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        trainers.Changed += Look;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        trainers.Changed -= Look;
        return Task.CompletedTask;
    }

    private void Look()
    {
        // Without a trainer the data set is unknown, so nothing counts as stale.
        if (orders.DataSet?.Digest is { } digest && Interlocked.Exchange(ref _told, digest) != digest)
        {
            notebooks.TellAll();
        }
    }
}
