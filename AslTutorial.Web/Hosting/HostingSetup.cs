using System.Text.Json;
using System.Text.Json.Serialization;
using AslTutorial.Web.Hosting.Logs;

namespace AslTutorial.Web.Hosting;

/// <summary>What concerns the process as a whole: address, shutdown, console, JSON.</summary>
internal static class HostingSetup
{
    /// <summary>Ctrl+C has to be over within five seconds, the trainer included.</summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(4);

    public static void AddHosting(this WebApplicationBuilder builder)
    {
        builder.UseDefaultAddress();
        // Without it, files of wwwroot are only found in Development when the site runs from its build output.
        builder.WebHost.UseStaticWebAssets();

        // From a build's output each file would else be packed anew for every request: by gzip, whatever encoding its
        // endpoint names, and without making it smaller. A changed script or style sheet is there after the next build.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.Configure<HostOptions>(options =>
        {
            options.ShutdownTimeout = ShutdownTimeout;
            options.ServicesStopConcurrently = true;
        });
        // A fault at start is told by Program in one line; the host would print it a second time, with its stack.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        BoundedConsole.Use(builder.Logging);
        builder.Services.AddSingleton<LastFaults>();
        builder.Services.AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<LastFaults>());
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<SettingsCheck>();
        builder.Services.AddSingleton<IStartupFilter, HeadAsGet>();
        builder.Services.ConfigureHttpJsonOptions(options => ConfigureJson(options.SerializerOptions));
    }

    /// <summary>
    /// Runs the site until it is told to end. Where it cannot start, what has already begun is ended in order: only disposed of, it
    /// would write of its own end over the one line that says what is wrong.
    /// </summary>
    public static async Task RunToItsEndAsync(this WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch
        {
            // What keeps it from ending is not what its operator has to know.
            await app.StopAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        try
        {
            await app.WaitForShutdownAsync();
        }
        catch (OperationCanceledException)
        {
            app.Logger.LogWarning("The site did not end within {Seconds} s; what was still at work is cut off", ShutdownTimeout.TotalSeconds);
        }
    }

    /// <summary>JSON as the API and the browsers' hub speak it.</summary>
    public static void ConfigureJson(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }
}
