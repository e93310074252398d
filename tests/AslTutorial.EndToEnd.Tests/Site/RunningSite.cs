namespace AslTutorial.EndToEnd.Tests.Site;

/// <summary>One site with the tiny data set, shared by the tests that only look and train.</summary>
public sealed class RunningSite : IAsyncLifetime
{
    private readonly TemporaryDirectory _folder = new();
    private SiteProcess? _site;

    public Uri Address => _site?.Address ?? throw new InvalidOperationException("The site has not been started.");

    public async ValueTask InitializeAsync()
    {
        var data = Path.Combine(_folder.Path, "data");
        TinyDataSet.WriteTo(data);
        _site = await SiteProcess.StartAsync(Path.Combine(_folder.Path, "storage"), data);
        await SiteHealth.WaitForTrainerAsync(Address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }

        _folder.Dispose();
    }
}
