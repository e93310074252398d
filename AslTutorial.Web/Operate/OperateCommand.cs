using System.Net;
using System.Net.Http.Headers;
using System.Net.NetworkInformation;
using System.Text.Json;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Hosting;

namespace AslTutorial.Web.Operate;

/// <summary>The command "operate ...", followed by the site's settings: calls the running site with the operator's key.</summary>
internal static class OperateCommand
{
    public const string Name = "operate";

    private const int Misused = 2;
    private const string KeySetting = "AslTutorial:Operate:Key";
    private const string Usage = """
        operate status [addresses]           how the site is
        operate cancel RUN                   end a run
        operate clear [ADDRESS]              end what waits in the queue
        operate restart TRAINER              replace a trainer's process
        operate block ADDRESS MINUTES        take nothing from an address for a time
        operate unblock ADDRESS
        operate read-only on|off
        operate backup                       copy what the site keeps
        after them: --site http://localhost:5080, and --key-file FILE unless the settings or the environment (AslTutorial__Operate__Key) have the key
        """;

    /// <returns>Exit code: 0 for success, 1 for failure, 2 for a wrong command line.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        var words = args.Skip(1).TakeWhile(arg => !arg.StartsWith('-')).ToArray();
        var settings = args.Skip(1 + words.Length).ToArray();
        if (Order(words) is not { } order)
        {
            await errors.WriteLineAsync(Usage);
            return Misused;
        }

        // No word of a command line is hidden from the machine's other users.
        if (settings.Any(word => word.TrimStart('-', '/').StartsWith(KeySetting, StringComparison.OrdinalIgnoreCase)))
        {
            await errors.WriteLineAsync("Everybody on the machine can read a key on a command line: give its file with --key-file, or the key in the environment's AslTutorial__Operate__Key.");
            return Misused;
        }

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = SiteRoot.Find(settings) });
        using var configuration = builder.Configuration;
        var site = configuration["site"] ?? DefaultAddress.Url;
        var (key, fault) = configuration["key-file"] is { Length: > 0 } file ? KeyFile.Read(new FileInfo(file)) : (configuration[KeySetting], null);
        if (string.IsNullOrEmpty(key))
        {
            await errors.WriteLineAsync(fault ?? "The operator's key is missing: give its file with --key-file, or in the environment the AslTutorial__Operate__Key that the site was started with.");
            return Misused;
        }

        if (!Uri.TryCreate(site, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !IsOnThisMachine(address)))
        {
            await errors.WriteLineAsync($"'{site}' is no address the key may be sent to: it is https, or on this machine.");
            return Misused;
        }

        using var http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(30) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        try
        {
            using var request = new HttpRequestMessage(order.Method, $"operate/{order.Path}") { Content = order.Method == HttpMethod.Post ? new FormUrlEncodedContent(order.Form) : null };
            using var answer = await http.SendAsync(request, cancel);
            var text = await answer.Content.ReadAsStringAsync(cancel);
            if (answer.IsSuccessStatusCode)
            {
                await output.WriteLineAsync(order.Method == HttpMethod.Get ? Indented(text) : text);
                return 0;
            }

            await errors.WriteLineAsync(answer.StatusCode switch
            {
                HttpStatusCode.Unauthorized => "The site has another key.",
                HttpStatusCode.NotFound => $"The site at {site} has no operator's page: it was started without {KeySetting}.",
                _ => $"The site answers {(int)answer.StatusCode}: {Detail(text)}",
            });
        }
        catch (HttpRequestException e)
        {
            await errors.WriteLineAsync($"No site answers at {site}: {e.Message}");
        }

        return 1;
    }

    /// <summary>Whether the URL is on this machine: loopback, or the address of one of its network cards. Plain http is safe only there.</summary>
    private static bool IsOnThisMachine(Uri address) => address.IsLoopback
        || (IPAddress.TryParse(address.DnsSafeHost, out var ip)
            && NetworkInterface.GetAllNetworkInterfaces().Any(card => card.GetIPProperties().UnicastAddresses.Any(own => own.Address.Equals(ip))));

    private static (HttpMethod Method, string Path, Dictionary<string, string> Form)? Order(string[] words) => words switch
    {
        ["status"] => (HttpMethod.Get, OperateEndpoints.State, []),
        ["status", "addresses"] => (HttpMethod.Get, $"{OperateEndpoints.State}?addresses=true", []),
        ["cancel", var run] => Post("cancel", ("run", run)),
        ["clear"] => Post("clear"),
        ["clear", var from] => Post("clear", (OperateEndpoints.Address, from)),
        ["restart", var trainer] => Post("restart", ("trainer", trainer)),
        ["block", var from, var minutes] => Post("block", (OperateEndpoints.Address, from), ("minutes", minutes)),
        ["unblock", var from] => Post("unblock", (OperateEndpoints.Address, from)),
        ["read-only", "on"] => Post("read-only", ("on", "true")),
        ["read-only", "off"] => Post("read-only", ("on", "false")),
        ["backup"] => Post("backup"),
        _ => null,
    };

    private static (HttpMethod, string, Dictionary<string, string>) Post(string path, params (string Name, string Value)[] form) =>
        (HttpMethod.Post, path, form.ToDictionary(field => field.Name, field => field.Value));

    private static string Indented(string json)
    {
        using var document = JsonDocument.Parse(json);
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            document.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static string Detail(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.TryGetProperty("detail", out var detail) ? detail.GetString() ?? text : text;
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
