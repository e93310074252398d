using AslTutorial.Web.Operate;
using AslTutorial.Web.Tests.Site;
using static AslTutorial.Web.Tests.Operate.OperatedSite;

namespace AslTutorial.Web.Tests.Operate;

/// <summary>The operator's command, against a site that runs.</summary>
public sealed class OperateCommandTests(OperatedSite one) : OneSiteTests(one), IClassFixture<OperatedSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_OrdersForASiteThatRuns_AreDoneThere()
    {
        var run = (await Site.BeginAsync(Learner)).Id;

        (await CommandAsync(Site, Key, "status")).ShouldSatisfyAllConditions(
            answer => answer.Code.ShouldBe(0), answer => answer.Output.ShouldContain(run.ToString()));
        (await CommandAsync(Site, Key, "cancel", run.ToString())).ShouldBe((0, $"Run {run} is cancelled.", ""));
        (await CommandAsync(Site, Key, "cancel", Guid.Empty.ToString())).Errors.ShouldContain($"there is no run {Guid.Empty}");
        (await CommandAsync(Site, "some-other-key-of-16", "status")).ShouldBe((1, "", "The site has another key."));
        (await CommandAsync(Site, Key, "dance")).Code.ShouldBe(2);
    }

    [Theory]
    [InlineData("--AslTutorial:Operate:Key", Key)]
    [InlineData($"--AslTutorial:Operate:Key={Key}")]
    [InlineData($"/asltutorial:operate:key={Key}")]
    public async Task Run_KeyOnTheCommandLine_IsRefusedAndNotRepeated(params string[] words)
    {
        var (code, output, errors) = await SayAsync(["status", "--site", Site.Address.ToString(), .. words]);

        (code, output).ShouldBe((2, ""));
        errors.ShouldContain("--key-file");
        errors.ShouldNotContain(Key);
    }

    [Fact]
    public async Task Run_KeyFile_IsItsOwnersAlone()
    {
        using var folder = new TestFolder();
        var file = Path.Combine(folder.Path, "operator.key");
        (await SayAsync(["status", "--site", Site.Address.ToString(), "--key-file", file])).Errors.ShouldContain("names no file with a key");
        (await SayAsync(["status", "--site", Site.Address.ToString()])).Errors.ShouldContain("AslTutorial__Operate__Key");
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has its own rights.");
            return;
        }

        await File.WriteAllTextAsync(file, Key, Cancel);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        var (code, _, errors) = await SayAsync(["status", "--site", Site.Address.ToString(), "--key-file", file]);

        code.ShouldBe(2);
        errors.ShouldContain("chmod 600");
        errors.ShouldNotContain(Key);
    }

    private static async Task<(int Code, string Output, string Errors)> CommandAsync(TestSite site, string key, params string[] words)
    {
        using var folder = new TestFolder();
        var file = Path.Combine(folder.Path, "operator.key");
        await File.WriteAllTextAsync(file, $" {key}\n", Cancel);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return await SayAsync([.. words, "--site", site.Address.ToString(), "--key-file", file]);
    }

    private static async Task<(int Code, string Output, string Errors)> SayAsync(string[] words)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = await OperateCommand.RunAsync([OperateCommand.Name, .. words], output, errors, Cancel);
        return (code, output.ToString().Trim(), errors.ToString().Trim());
    }
}
