using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Notebooks;

/// <summary>Outputs of another data set are stale: who has a notebook open is told when a trainer comes with one.</summary>
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
        // While no trainer is there, nothing is known to be stale.
        if (orders.DataSet?.Digest is { } digest && Interlocked.Exchange(ref _told, digest) != digest)
        {
            notebooks.TellAll();
        }
    }
}
