using System.Diagnostics;

namespace AslTutorial.EndToEnd.Tests.Site;

public sealed class StartTests
{
    [Fact]
    public async Task CtrlC_SiteWithTrainer_EndsBothByThemselves()
    {
        using var folder = new TemporaryDirectory();
        var data = Path.Combine(folder.Path, "data");
        TinyDataSet.WriteTo(data, trainRows: 96, validRows: 48);
        await using var site = await SiteProcess.StartAsync(Path.Combine(folder.Path, "storage"), data);
        await SiteHealth.WaitForTrainerAsync(site.Address);
        var trainer = await SiteHealth.TrainerProcessAsync(site.Address);

        await site.InterruptAsync();

        // What ExitDeadline writes where it has to cut off a shutdown that hangs.
        site.Output.ShouldNotContain("AslTutorial did not end within");
        IsRunning(trainer).ShouldBeFalse();
    }

    [Fact]
    public async Task Start_DataFolderWithFault_SiteRunsAndSaysWhere()
    {
        using var folder = new TemporaryDirectory();
        var data = Path.Combine(folder.Path, "data");
        TinyDataSet.WriteTo(data, trainRows: 96, validRows: 48);
        var file = Path.Combine(data, "sign_mnist_valid.csv");
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        lines[3] = "25" + lines[3][lines[3].IndexOf(',', StringComparison.Ordinal)..];
        await File.WriteAllLinesAsync(file, lines, TestContext.Current.CancellationToken);

        await using var site = await SiteProcess.StartAsync(Path.Combine(folder.Path, "storage"), data);

        var fault = await SiteHealth.WaitForFaultAsync(site.Address);
        fault.ShouldStartWith("sign_mnist_valid.csv, line 4, column 1");
        fault.ShouldNotContain(folder.Path);
        using var client = new HttpClient { BaseAddress = site.Address };
        var lesson = await client.GetStringAsync(new Uri("/lessons/cnn?culture=en", UriKind.Relative), TestContext.Current.CancellationToken);
        lesson.ShouldContain("Conv2d");
    }

    [Fact]
    public async Task Start_TorchCannotBeLoaded_SiteRunsAndSaysWhy()
    {
        using var folder = new TemporaryDirectory();
        var data = Path.Combine(folder.Path, "data");
        TinyDataSet.WriteTo(data, trainRows: 96, validRows: 48);
        var empty = Directory.CreateDirectory(Path.Combine(folder.Path, "no torch")).FullName;

        await using var site = await SiteProcess.StartAsync(
            Path.Combine(folder.Path, "storage"), data, $"--AslTutorial:Trainer:TorchLibraries={empty}");

        var fault = await SiteHealth.WaitForFaultAsync(site.Address);
        fault.ShouldBe("The folder of torch libraries that the settings name is missing or incomplete.");
        using var client = new HttpClient { BaseAddress = site.Address };
        var lesson = await client.GetStringAsync(new Uri("/lessons/cnn?culture=en", UriKind.Relative), TestContext.Current.CancellationToken);
        lesson.ShouldContain("Conv2d");
        lesson.ShouldContain("The folder of torch libraries named in the settings is missing or incomplete.");
        lesson.ShouldNotContain(empty);
    }

    private static bool IsRunning(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
