using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>The circuit's connection, on which what the server says can be kept back for a while, and which can be cut.</summary>
internal sealed class SlowLine
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly Queue<Action> _held = [];
    private TaskCompletionSource? _rendered;
    private IWebSocketRoute? _socket;

    /// <summary>Puts the line between a page that is not yet open and the site.</summary>
    public static async Task<SlowLine> BeforeAsync(IPage page)
    {
        var line = new SlowLine();
        await page.RouteWebSocketAsync(url => url.Contains("/_blazor", StringComparison.Ordinal), socket =>
        {
            line._socket = socket;
            socket.ConnectToServer().OnMessage(frame =>
            {
                if (frame.Binary is { } bytes)
                {
                    line.Take(() => socket.Send(bytes), bytes.AsSpan().IndexOf("JS.RenderBatch"u8) >= 0);
                }
                else
                {
                    line.Take(() => socket.Send(frame.Text!), isRendered: false);
                }
            });
        });
        return line;
    }

    /// <summary>From now on nothing the server says arrives.</summary>
    public void Hold()
    {
        lock (_lock)
        {
            _rendered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Waits until the server has answered with something drawn anew.</summary>
    /// <returns>How much is held.</returns>
    public async Task<int> HeldAsync()
    {
        await (_rendered?.Task ?? Task.CompletedTask).WaitAsync(Patience);
        lock (_lock)
        {
            return _held.Count;
        }
    }

    /// <summary>Lets the first of what is held arrive; the rest, and what comes after it, stays held.</summary>
    public void Release(int count)
    {
        lock (_lock)
        {
            for (var i = 0; i < count && _held.TryDequeue(out var send); i++)
            {
                send();
            }
        }
    }

    /// <summary>Everything arrives again at once.</summary>
    public void ReleaseAll()
    {
        lock (_lock)
        {
            _rendered = null;
            Release(_held.Count);
        }
    }

    /// <summary>The line is lost, and none is to be had before <see cref="MendAsync"/>.</summary>
    public async Task CutAsync(IPage page)
    {
        await page.Context.SetOfflineAsync(true);
        await _socket!.CloseAsync(new() { Code = 1001 });
        await Assertions.Expect(page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();
    }

    /// <summary>The reader's browser finds the circuit again.</summary>
    public static async Task MendAsync(IPage page)
    {
        await page.Context.SetOfflineAsync(false);
        await page.EvaluateAsync("Blazor.reconnect().catch(() => {})");
        await Assertions.Expect(page.Locator("#components-reconnect-modal")).ToBeHiddenAsync();
    }

    private void Take(Action send, bool isRendered)
    {
        lock (_lock)
        {
            if (_rendered is null)
            {
                send();
                return;
            }

            _held.Enqueue(send);
            if (isRendered)
            {
                _rendered.TrySetResult();
            }
        }
    }
}
