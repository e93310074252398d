using AslTutorial.Web.Tests.Site;

[assembly: AssemblyFixture(typeof(SharedSite))]

namespace AslTutorial.Web.Tests.Site;

/// <summary>One site for all tests that leave nothing behind that another would see.</summary>
public sealed class SharedSite : IAsyncLifetime
{
    private readonly Lazy<Task<TestSite>> _onPostgres = new(() => TestSite.StartAsync());
    private TestSite? _site;

    internal TestSite Site => TestDatabase.IsShared ? _onPostgres.Value.GetAwaiter().GetResult() : _site ?? throw new InvalidOperationException("It is not started.");

    public async ValueTask InitializeAsync() => _site = await TestSite.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }

        if (_onPostgres.IsValueCreated)
        {
            await (await _onPostgres.Value).DisposeAsync();
        }

        await TestDatabase.EndAsync();
    }
}
