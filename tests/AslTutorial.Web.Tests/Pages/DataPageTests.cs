using AslTutorial.Training.Contracts;
using AslTutorial.Web.Pages;
using AslTutorial.Web.Tests.Components.Shell;
using AslTutorial.Web.Tests.Components.Training;
using AslTutorial.Web.Trainers;
using Bunit;

namespace AslTutorial.Web.Tests.Pages;

public sealed class DataPageTests
{
    [Theory]
    [InlineData(DataSetInfo.SignMnist, 0)]
    [InlineData(DataSetInfo.Synthetic, 1)]
    public void Render_DataInUse_HowToGetTheRealOnlyWhereItIsNotThere(string kind, int explained)
    {
        using var shell = new ShellContext();
        shell.Trainers.Become(new TrainerStatus(
            "1", true, new("host", 1, TrainerPhase.Idle, new("cpu", "CPU, 2 threads", 2), SampleRuns.Synthetic with { Kind = kind }, null, null, 1), 0, null));

        shell.Render<DataPage>().FindAll("#real-data").Count.ShouldBe(explained);
    }
}
