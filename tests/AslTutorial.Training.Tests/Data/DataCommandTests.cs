using System.CommandLine;
using System.Text.Json;
using AslTutorial.Training.Commands;
using AslTutorial.Training.Data;

namespace AslTutorial.Training.Tests.Data;

public sealed class DataCommandTests
{
    [Fact]
    public async Task Check_GoodFiles_SaysRowsCodingAndDigest()
    {
        using var folder = new ScratchFolder();
        folder.WriteDataSet();

        var (exit, output, _) = await Run("check", "--data", folder.Path);

        exit.ShouldBe(0);
        output.ShouldContain("train rows  24");
        output.ShouldContain("valid rows  3");
        output.ShouldContain("labels      0-24 without 9");
        output.ShouldContain(SignDataSource.Load(new SignDataOptions(folder.Path, ""), null, CancellationToken.None).Info.Digest);
    }

    [Fact]
    public async Task Check_FaultyFile_SaysTheFaultAndEndsWith1()
    {
        using var folder = new ScratchFolder();
        folder.WriteDataSet();
        folder.Write("sign_mnist_train.csv", CsvText.Lines(CsvText.Header, CsvText.RowWith(18, "1.5")));

        var (exit, output, error) = await Run("check", "--data", folder.Path);

        exit.ShouldBe(1);
        output.ShouldBeEmpty();
        error.ShouldContain("line 2, column 18 (pixel17)");
    }

    [Fact]
    public async Task Sheet_AFolder_WritesTwoPngs()
    {
        using var folder = new ScratchFolder();
        folder.WriteDataSet();

        (await Run("sheet", "--data", folder.Path, "--out", folder["sheets"])).Exit.ShouldBe(0);

        foreach (var name in new[] { "contact-sheet-train.png", "contact-sheet-valid.png" })
        {
            File.ReadAllBytes(Path.Combine(folder["sheets"], name)).AsSpan(1, 3).SequenceEqual("PNG"u8).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Prepare_AFolder_FillsTheCache()
    {
        using var folder = new ScratchFolder();
        folder.WriteDataSet();

        (await Run("prepare", "--data", folder.Path, "--cache", folder["cache"])).Exit.ShouldBe(0);

        Directory.GetFiles(folder["cache"]).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Bench_AFolder_TimesEveryForm()
    {
        using var folder = new ScratchFolder();
        folder.WriteDataSet();

        var (exit, output, _) = await Run("bench", "--data", folder.Path, "--repeat", "2", "--synthetic", "false");

        exit.ShouldBe(0);
        using var report = JsonDocument.Parse(output);
        report.RootElement.GetProperty("trainRows").GetInt32().ShouldBe(24);
        foreach (var form in new[] { "csv", "csvGz", "cache" })
        {
            report.RootElement.GetProperty(form).EnumerateArray().Count(time => time.GetProperty("milliseconds").GetDouble() > 0).ShouldBe(2, form);
        }
    }

    private static async Task<(int Exit, string Output, string Error)> Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await DataCommand.Create().Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (exit, output.ToString(), error.ToString());
    }
}
