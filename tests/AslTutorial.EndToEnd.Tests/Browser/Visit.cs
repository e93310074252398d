using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>A visitor with cookies of their own, who notes every error the page reports.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private const float Patience = 30_000;

    private readonly IBrowserContext _context;
    private readonly List<string> _errors = [];

    private Visit(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        Listen(page);
    }

    public IPage Page { get; private set; }

    public IReadOnlyList<string> Errors => _errors;

    public static async Task<Visit> BeginAsync(
        IBrowser browser, Uri site, int width = 1280, ColorScheme theme = ColorScheme.Light, string locale = "en-US")
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = site.ToString(),
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = theme,
            Locale = locale,
        });
        context.SetDefaultTimeout(Patience);
        await TextWatch.AddToAsync(context);
        return new Visit(context, await context.NewPageAsync());
    }

    /// <summary>
    /// Opens a page and waits until it answers to clicks and is whole: the circuit has sent what it rendered, the page has
    /// its title again, which Blazor takes out for a moment to make it its own, and no block of a lesson waits to be built.
    /// The circuit of a lesson comes when a reader stirs.
    /// </summary>
    /// <param name="whole">Whether a lesson's blocks and drawings are built although nobody came near them, and open what waits for an answer, as they are for paper.</param>
    public async Task OpenAsync(string path, bool whole = true)
    {
        var rendered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Page.WebSocket += OnSocket;
        try
        {
            await Page.GotoAsync(path);
            await Page.Mouse.MoveAsync(1, 1);
            await rendered.Task.WaitAsync(TimeSpan.FromMilliseconds(Patience));
            if (whole)
            {
                await Page.EvaluateAsync("""
                    document.querySelectorAll('lesson-block[data-kept=waiting]').forEach(block => block.ask());
                    dispatchEvent(new Event('beforeprint'));
                    document.querySelectorAll('.after-body[hidden]').forEach(body => body.removeAttribute('hidden'));
                    """);
                await Assertions.Expect(Page.Locator("lesson-block[data-kept=waiting]")).ToHaveCountAsync(0, new() { Timeout = Patience });
            }
        }
        finally
        {
            Page.WebSocket -= OnSocket;
        }

        void OnSocket(object? sender, IWebSocket socket)
        {
            var isTitleTaken = false;
            socket.FrameReceived += (_, frame) =>
            {
                if (frame.Binary is not { } bytes)
                {
                    return;
                }

                if (isTitleTaken && bytes.AsSpan().IndexOf("JS.RenderBatch"u8) >= 0)
                {
                    rendered.TrySetResult();
                }

                isTitleTaken |= bytes.AsSpan().IndexOf("getAndRemoveExistingTitle"u8) >= 0;
            };
        }
    }

    /// <summary>From the next page on the browser keeps nothing for the site, as some are set to. Cookies stay.</summary>
    public Task ForbidStorageAsync() => Page.AddInitScriptAsync("""
        for (const name of ["sessionStorage", "localStorage"]) {
          Object.defineProperty(window, name, { get: () => { throw new DOMException("Forbidden", "SecurityError"); } });
        }
        """);

    /// <summary>Closes the tab and opens another one with the same cookies.</summary>
    public async Task CloseTabAndOpenAsync(string path)
    {
        await Page.CloseAsync();
        Page = await _context.NewPageAsync();
        Listen(Page);
        await OpenAsync(path);
    }

    /// <summary>A test that has failed on the page is told what the page itself complained of.</summary>
    public async ValueTask DisposeAsync()
    {
        _errors.ForEach(error => TestContext.Current.TestOutputHelper?.WriteLine($"The page's console: {error}"));
        await _context.DisposeAsync();
    }

    private void Listen(IPage page)
    {
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _errors.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => _errors.Add($"{page.Url}: {error}");
    }
}
