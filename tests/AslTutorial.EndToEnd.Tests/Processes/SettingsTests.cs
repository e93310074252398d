using System.Net;
using System.Net.Sockets;
using AslTutorial.EndToEnd.Tests.Site;
using AslTutorial.Tests.Shared;

namespace AslTutorial.EndToEnd.Tests.Processes;

public sealed class SettingsTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    [Theory]
    [InlineData("--AslTutorial:Trainer:Device=tpu", "AslTutorial:Trainer:Device is auto, cpu, cuda, a card such as cuda:1, or a list such as cuda:0,cuda:1, not 'tpu'")]
    [InlineData("--AslTutorial:Trainer:Device=cuda:0,cuda:0", "AslTutorial:Trainer:Device names the card cuda:0 more than once in 'cuda:0,cuda:0'")]
    [InlineData("--AslTutorial:Trainer:Threads=0", "AslTutorial:Trainer:Threads is from 1 to 256, not 0")]
    [InlineData("--AslTutorial:Trainer:Threads=two", "AslTutorial:Trainer:Threads")]
    [InlineData("--AslTutorial:Data:Directory=some/where", "AslTutorial:Data:Directory must be an absolute path, not 'some/where'")]
    [InlineData("--AslTutorial:Data:Directory=/no/such/folder", "does not exist")]
    [InlineData("--AslTutorial:Storage:Directory=/proc/none", "cannot be written to")]
    [InlineData("--AslTutorial:Trainer:Thread=1", "AslTutorial:Trainer:Thread is no setting of this site")]
    [InlineData("--urls=somewhere", "Invalid url: 'somewhere'")]
    [InlineData("--urls=http://127.0.0.1:99999", "a port that is not from 0 to 65535")]
    public async Task Start_WrongSetting_EndsWithOneClearLine(string setting, string expected)
    {
        using var site = Start([], setting);

        (await site.ExitAsync()).ShouldBe(1);
        var line = site.Errors.TrimEnd('\n');
        line.ShouldStartWith("AslTutorial cannot start: ");
        line.ShouldContain(expected);
        line.ShouldNotContain("\n");
        site.Output.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Start_AddressInUse_EndsWithOneClearLine()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        using var site = Start([], $"--urls={address}");

        (await site.ExitAsync()).ShouldBe(1);
        site.Errors.TrimEnd('\n').ShouldBe($"AslTutorial cannot start: Failed to bind to address {address}: address already in use.");
        site.Output.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("urls", "", "")]
    [InlineData("ASPNETCORE_URLS", "env", "")]
    [InlineData("urls over ASPNETCORE_URLS", "env-wrong", "")]
    [InlineData("Kestrel endpoint", "", "--Kestrel:Endpoints:Http:Url=")]
    public async Task Start_AddressNamed_ListensThere(string how, string environment, string setting)
    {
        var free = $"http://127.0.0.1:{FreePort.Find()}";
        Dictionary<string, string> variables = environment switch
        {
            "env" => new() { ["ASPNETCORE_URLS"] = free },
            "env-wrong" => new() { ["ASPNETCORE_URLS"] = "http://127.0.0.1:1" },
            _ => [],
        };
        string[] arguments = environment == "env" ? [] : [$"{(setting.Length > 0 ? setting : "--urls=")}{free}"];
        using var site = Start(variables, arguments);

        (await site.ListeningAsync()).ToString().TrimEnd('/').ShouldBe(free, how);
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task Start_AnyEnvironment_ServesItsStaticFiles(string environment)
    {
        using var site = Start(new() { ["ASPNETCORE_ENVIRONMENT"] = environment }, "--urls=http://127.0.0.1:0");
        using var handler = new HttpClientHandler { AutomaticDecompression = DecompressionMethods.Brotli };
        using var client = new HttpClient(handler) { BaseAddress = await site.ListeningAsync() };

        foreach (var path in new[] { "/css/site.css", "/js/site.js", "/css/all.css", "/js/mudblazor.js", "/_framework/blazor.web.js", "/AslTutorial.Web.styles.css" })
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        }
    }

    [Fact]
    public async Task Start_TwoSitesWithTheirOwnFolders_RunSideBySide()
    {
        using var first = Start([], "--urls=http://127.0.0.1:0");
        await first.ListeningAsync();
        using var sameFolder = Start([], "--urls=http://127.0.0.1:0");
        using var ownFolder = Start([], "--urls=http://127.0.0.1:0", $"--AslTutorial:Storage:Directory={Path.Combine(_folder.Path, "other")}");

        (await sameFolder.ExitAsync()).ShouldBe(1);
        sameFolder.Errors.ShouldContain("in use by another site");
        (await ownFolder.ListeningAsync()).ShouldNotBe(await first.ListeningAsync());
    }

    public void Dispose() => _folder.Dispose();

    private SiteProgram Start(Dictionary<string, string> environment, params string[] settings) => new(
        environment,
        [$"--AslTutorial:Storage:Directory={Path.Combine(_folder.Path, "storage")}", "--AslTutorial:Trainer:Start=false", .. settings]);
}
