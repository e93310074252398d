using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using AslTutorial.EndToEnd.Tests.Processes;
using Microsoft.AspNetCore.SignalR.Client;

namespace AslTutorial.EndToEnd.Tests.Cluster;

/// <summary>Watches a run through the proxy, over every loss of its connection, and notes each epoch that is missing or comes twice.</summary>
internal sealed class WatchedRun : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly List<int> _early = [];
    private readonly List<string> _faults = [];
    private readonly HubConnection _hub;
    private readonly Guid _run;
    private int? _next;

    private WatchedRun(NginxProxy proxy, CookieContainer cookies, Guid run)
    {
        _run = run;
        _hub = new HubConnectionBuilder()
            .WithUrl(new Uri(proxy.Address, "/hubs/training"), options =>
            {
                options.HttpMessageHandlerFactory = _ => proxy.Handler(cookies);
                options.WebSocketFactory = async (context, cancel) =>
                {
                    var socket = new ClientWebSocket();
                    await socket.ConnectAsync(context.Uri, new HttpMessageInvoker(proxy.Handler(cookies)), cancel);
                    return socket;
                };
            })
            .WithAutomaticReconnect(new Untiring())
            .Build();
        _hub.On<Guid, JsonElement>("EpochCompleted", (_, epoch) => Take(epoch.GetProperty("epoch").GetInt32()));
        _hub.On<Guid, JsonElement>("BatchProgress", (_, _) => { });
        _hub.On<Guid, JsonElement>("RunStateChanged", (_, _) => { });
        _hub.Reconnecting += _ =>
        {
            Forget();
            return Task.CompletedTask;
        };
        _hub.Reconnected += _ => WatchAsync();
    }

    /// <summary>The epochs seen, without a gap, by the last word.</summary>
    public int Epochs
    {
        get
        {
            lock (_lock)
            {
                return _next ?? 0;
            }
        }
    }

    public IReadOnlyList<string> Faults
    {
        get
        {
            lock (_lock)
            {
                return [.. _faults];
            }
        }
    }

    /// <param name="cookies">Of the learner: the proxy sends the connection to the same node.</param>
    public static async Task<WatchedRun> StartAsync(NginxProxy proxy, CookieContainer cookies, Guid run)
    {
        var watched = new WatchedRun(proxy, cookies, run);
        await watched._hub.StartAsync();
        await watched.WatchAsync();
        return watched;
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    private async Task WatchAsync()
    {
        Forget();
        try
        {
            var snapshot = await _hub.InvokeAsync<JsonElement>("Watch", _run);
            lock (_lock)
            {
                if (snapshot.ValueKind == JsonValueKind.Null)
                {
                    _faults.Add($"run {_run} was not there");
                    return;
                }

                _next = snapshot.GetProperty("epochs").GetArrayLength();
                _early.ForEach(Check);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or InvalidOperationException or WebSocketException or HttpRequestException)
        {
            // The connection has gone again: the next one asks.
        }
    }

    private void Forget()
    {
        lock (_lock)
        {
            _next = null;
            _early.Clear();
        }
    }

    // The first events may be handled before the answer to Watch is.
    private void Take(int epoch)
    {
        lock (_lock)
        {
            if (_next is null)
            {
                _early.Add(epoch);
            }
            else
            {
                Check(epoch);
            }
        }
    }

    private void Check(int epoch)
    {
        if (epoch == _next)
        {
            _next++;
        }
        else
        {
            _faults.Add($"run {_run}: epoch {epoch} where {_next} was to come");
        }
    }

    private sealed class Untiring : IRetryPolicy
    {
        public TimeSpan? NextRetryDelay(RetryContext retryContext) => TimeSpan.FromMilliseconds(retryContext.PreviousRetryCount == 0 ? 0 : 300);
    }
}
