using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR.Client;

namespace AslTutorial.Web.Tests.Site;

/// <summary>A browser's connection to the hub for runs: sees plain JSON, as a script would.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly HubConnection _hub;

    private Browser(TestSite site)
    {
        _hub = new HubConnectionBuilder().WithUrl(new Uri(site.Address, "/hubs/training")).Build();
        foreach (var name in new[] { "BatchProgress", "EpochCompleted", "RunStateChanged" })
        {
            _hub.On<Guid, JsonElement>(name, (runId, body) => Events.Writer.TryWrite((name, runId, body)));
        }
    }

    public Channel<(string Name, Guid RunId, JsonElement Body)> Events { get; } = Channel.CreateUnbounded<(string, Guid, JsonElement)>();

    public static async Task<Browser> ConnectAsync(TestSite site)
    {
        var browser = new Browser(site);
        await browser._hub.StartAsync(TestContext.Current.CancellationToken);
        return browser;
    }

    public Task<JsonElement> WatchAsync(Guid runId) => _hub.InvokeAsync<JsonElement>("Watch", runId, TestContext.Current.CancellationToken);

    /// <summary>Does not wait for the answer.</summary>
    public Task AskToWatchAsync(Guid runId) => _hub.SendAsync("Watch", runId, TestContext.Current.CancellationToken);

    public Task UnwatchAsync(Guid runId) => _hub.InvokeAsync("Unwatch", runId, TestContext.Current.CancellationToken);

    public async Task<(string Name, Guid RunId, JsonElement Body)> NextAsync() =>
        await Events.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public async Task<JsonElement> NextAsync(string name)
    {
        while (true)
        {
            var (got, _, body) = await NextAsync();
            if (got == name)
            {
                return body;
            }
        }
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();
}
