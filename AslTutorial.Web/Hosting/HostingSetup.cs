using System.Text.Json;
using System.Text.Json.Serialization;
using AslTutorial.Web.Hosting.Logs;

namespace AslTutorial.Web.Hosting;

/// <summary>Setup of the process as a whole: address, shutdown, console, JSON.</summary>
internal static class HostingSetup
{
    /// <summary>After Ctrl+C everything, the trainer included, must end within five seconds.</summary>
    public static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(4);

    public static void AddHosting(this WebApplicationBuilder builder)
    {
        builder.UseDefaultAddress();
        // Otherwise the files of wwwroot are found only in Development when the site runs from its build output.
        builder.WebHost.UseStaticWebAssets();

        // Otherwise each file from the build output would be compressed again for every request, always with gzip. Changed scripts and style
        // sheets therefore need a build.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.Configure<HostOptions>(options =>
        {
            options.ShutdownTimeout = ShutdownTimeout;
            options.ServicesStopConcurrently = true;
        });
        // Program reports a start fault in one line; the host would print it again with its stack trace.
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
    /// Runs the site until it is stopped. If the start fails, stops orderly what has already started: mere disposal would log more
    /// lines after the one that explains the fault.
    /// </summary>
    public static async Task RunToItsEndAsync(this WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch
        {
            // A further fault while stopping does not matter: the operator needs the first one.
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

    /// <summary>JSON format of the API and the browsers' hub.</summary>
    public static void ConfigureJson(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }
}
