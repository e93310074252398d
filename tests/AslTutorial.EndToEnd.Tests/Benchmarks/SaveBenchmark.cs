using System.Diagnostics;
using System.Globalization;
using AslTutorial.EndToEnd.Tests.Authoring;
using AslTutorial.EndToEnd.Tests.Browser;
using AslTutorial.EndToEnd.Tests.Site;

namespace AslTutorial.EndToEnd.Tests.Benchmarks;

/// <summary>Prints how long a saved text takes to the open page. It judges nothing, so it runs only when asked for: see docs/benchmarks.md.</summary>
public sealed class SaveBenchmark(ChromiumFixture chromium, ITestOutputHelper output)
{
    private const int Saves = 10;
    private const string Paragraph = "先导入要用的库，选定设备。";

    [Fact(Explicit = true)]
    public async Task Save_OnThisMachine_PrintsMilliseconds()
    {
        using var folder = new TemporaryDirectory();
        var content = new ContentCopy(folder.Path);
        await using var site = await content.StartSiteAsync(Path.Combine(folder.Path, "storage"));
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=zh-CN");
        var text = content.Read("zh-CN.md");
        var times = new List<double>();
        for (var save = 1; save <= Saves; save++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"第 {save} 次保存。");
            var seen = visit.Page.WaitForFunctionAsync("name => document.querySelector('article').textContent.includes(name)", name);
            var watch = Stopwatch.StartNew();
            content.Save("zh-CN.md", text.Replace(Paragraph, name, StringComparison.Ordinal));
            await seen;
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"saved to seen: {string.Join(", ", times.Select(time => $"{time:0}"))} ms, median {times.Order().Skip((Saves / 2) - 1).Take(2).Average():0} ms"));
    }
}
