using System.Diagnostics.CodeAnalysis;
using Orleans.Runtime;

namespace AslTutorial.Web.Notebooks;

/// <summary>Keeps this node's copies of notebooks in touch with their owners, and finds out which nodes are gone.</summary>
internal sealed class NotebookNodes(OpenNotebooks notebooks, ISiloStatusOracle nodes, TimeProvider time, ILogger<NotebookNodes> log)
    : BackgroundService, ISiloStatusListener
{
    /// <summary>An owner that hears of nobody for a quarter of an hour is put away.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        nodes.SubscribeToSiloStatusEvents(this);
        return base.StartAsync(cancellationToken);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        nodes.UnSubscribeFromSiloStatusEvents(this);
        notebooks.Close();
        return base.StopAsync(cancellationToken);
    }

    public void SiloStatusChangeNotification(SiloAddress updatedSilo, SiloStatus status)
    {
        if (status == SiloStatus.Dead)
        {
            notebooks.Drop(updatedSilo);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The next time is another try.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await notebooks.RenewAsync();
            }
            catch (Exception e)
            {
                log.LogWarning("The notebooks' owners could not be told that this node is there: {Reason}", e.Message);
            }
        }
    }
}
