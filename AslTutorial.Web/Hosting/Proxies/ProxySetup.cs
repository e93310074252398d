using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Hosting.Proxies;

/// <summary>Setup for https and for a proxy in front of the site.</summary>
internal static class ProxySetup
{
    private const string AnyHost = "*";
    private static readonly TimeSpan HttpsAlone = TimeSpan.FromDays(365);

    public static IServiceCollection AddProxies(this IServiceCollection services)
    {
        services.AddSettings<ProxyOptions, ProxyOptionsValidator>("Proxy");
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxyOptions>>(Configure);
        services.AddHsts(hsts => hsts.MaxAge = HttpsAlone);
        services.AddOptions<HostFilteringOptions>().PostConfigure<IConfiguration>(AllowOwn);
        return services;
    }

    /// <summary>Must come first, so that everything after it sees the real caller's address and scheme.</summary>
    public static void UseProxies(this IApplicationBuilder app)
    {
        app.UseForwardedHeaders();
        app.UseHsts();
    }

    private static void Configure(ForwardedHeadersOptions forwarded, IOptions<ProxyOptions> options)
    {
        var trusted = ProxyNetworks.Read(options.Value.Trusted).Networks;
        if (trusted.Count == 0)
        {
            // The middleware takes empty lists of proxies for a wish to believe everybody.
            forwarded.ForwardedHeaders = ForwardedHeaders.None;
            return;
        }

        // Not the host: a proxy may pass on whatever the caller wrote there, and AllowedHosts and the origin guard rely on it.
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        forwarded.ForwardLimit = options.Value.Hops;
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in trusted)
        {
            forwarded.KnownIPNetworks.Add(network);
        }
    }

    /// <summary>Allows the listening addresses, which the local trainer calls; no other site's name leads there.</summary>
    private static void AllowOwn(HostFilteringOptions filter, IConfiguration configuration)
    {
        if (filter.AllowedHosts.Contains(AnyHost))
        {
            return;
        }

        var listening = (configuration[WebHostDefaults.ServerUrlsKey] ?? "")
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(address => BindingAddress.Parse(address).Host);
        string[] own = ["localhost", "127.0.0.1", "[::1]", .. listening.Where(host => System.Net.IPAddress.TryParse(host, out _))];
        filter.AllowedHosts = [.. filter.AllowedHosts, .. own];
    }
}
