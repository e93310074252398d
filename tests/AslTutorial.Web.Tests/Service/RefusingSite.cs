using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AslTutorial.Web.Tests.Service;

/// <summary>What a trainer meets that has a wrong key, without the second that the real site lets it wait.</summary>
internal sealed class RefusingSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _asked;

    private RefusingSite()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.Run(context =>
        {
            Interlocked.Increment(ref _asked);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        });
    }

    public Uri Address => new(_app.Urls.Single());

    public int Asked => Volatile.Read(ref _asked);

    public static async Task<RefusingSite> StartAsync()
    {
        var site = new RefusingSite();
        await site._app.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
