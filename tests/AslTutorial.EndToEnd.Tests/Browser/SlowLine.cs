using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>The circuit's connection, on which what the server says can be kept back for a while.</summary>
internal sealed class SlowLine
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly Queue<Action> _held = [];
    private TaskCompletionSource? _rendered;

    /// <summary>Puts the line between a page that is not yet open and the site.</summary>
    public static async Task<SlowLine> BeforeAsync(IPage page)
    {
        var line = new SlowLine();
        await page.RouteWebSocketAsync(url => url.Contains("/_blazor", StringComparison.Ordinal), socket =>
        {
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
