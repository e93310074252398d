using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Hosting;

public sealed class LogFormatTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Console_JsonByItsSetting_EachLineIsAnObjectWithItsFields()
    {
        using var folder = new TestFolder();
        using var site = SiteDll.Start(folder.Path, "--Logging:Console:FormatterName=json");
        using var http = new HttpClient { BaseAddress = await site.ListeningAsync() };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "a key that nobody has given");
        using (var refused = await http.PostAsync(new Uri($"{TrainerRoutes.Hub}/negotiate?negotiateVersion=1", UriKind.Relative), content: null, Cancel))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        await Eventually.ShouldBeTrueAsync(() => site.Output.Contains("A wrong key came from", StringComparison.Ordinal), "the wrong key is logged");
        Signals.Send(site.Process.Id, "TERM");
        await site.ExitAsync();

        var lines = site.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Read).ToList();
        lines.ShouldContain(line => Of(line, "Category") == "Microsoft.Hosting.Lifetime" && Of(line, "LogLevel") == "Information");
        var warning = lines.First(line => Of(line, "Message").StartsWith("A wrong key came from", StringComparison.Ordinal));
        (Of(warning, "LogLevel"), Of(warning, "Category")).ShouldBe(("Warning", "AslTutorial.Web.Admission.WrongKeys"));
        var state = warning.GetProperty("State");
        Of(state, "Address").ShouldBe("127.0.0.1");
        Of(state, "{OriginalFormat}").ShouldBe("A wrong key came from {Address}, {Tries} in all");
    }

    private static JsonElement Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var fields = document.RootElement.Clone();
            foreach (var name in new[] { "LogLevel", "Category", "Message" })
            {
                fields.GetProperty(name).GetString().ShouldNotBeNullOrEmpty(line);
            }

            return fields;
        }
        catch (JsonException e)
        {
            throw new ShouldAssertException($"It is no JSON: {line}", e);
        }
    }

    private static string Of(JsonElement line, string name) => line.GetProperty(name).ToString();
}
