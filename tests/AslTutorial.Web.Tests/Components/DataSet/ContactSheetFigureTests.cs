using AslTutorial.Training.Contracts;
using AslTutorial.Web.Components.DataSet;
using AslTutorial.Web.Components.Trainers;
using AslTutorial.Web.Tests.Components.Shell;
using AslTutorial.Web.Tests.Components.Training;
using Bunit;

namespace AslTutorial.Web.Tests.Components.DataSet;

public sealed class ContactSheetFigureTests
{
    [Fact]
    public void Render_SheetDrawn_ShownWithItsNameAndCount()
    {
        using var shell = new ShellContext();
        shell.Sheets.Drawn.Add("valid");
        var figure = Render(shell);
        figure.Find("img").GetAttribute("src").ShouldBe("/datasets/ab/valid.png");
        figure.Find("img").GetAttribute("alt")!.ShouldStartWith("Validation set");
        figure.Find("figcaption").TextContent.ShouldBe("Validation set · 7,172");
        var letters = figure.FindAll(".row-letter");
        letters.Select(letter => letter.TextContent).ShouldBe(SignClasses.Letters.ToUpperInvariant().Select(letter => letter.ToString()));
        letters[0].GetAttribute("style")!.ShouldStartWith("left: 0%; top: 0%;");
        letters[23].GetAttribute("style")!.ShouldStartWith("left: 50.79%; top: 92.18%;");
    }

    [Theory]
    [InlineData(TrainerPhase.PreparingData, null, "has not drawn this sheet yet")]
    [InlineData(TrainerPhase.Faulted, TrainerFaultCodes.Data, "cannot work")]
    public void Render_NoSheet_SaysWhy(TrainerPhase phase, string? fault, string reason)
    {
        using var shell = new ShellContext();
        shell.Trainers.Become(FakeTrainers.Connected(phase, fault));
        Render(shell).Find(".pending").TextContent.ShouldContain(reason);
    }

    [Fact]
    public void Render_NoTrainer_SaysWhy()
    {
        using var shell = new ShellContext();
        shell.Trainers.Become();
        Render(shell).Find(".pending").TextContent.ShouldContain("no trainer has reported");
    }

    private static IRenderedComponent<ContactSheetFigure> Render(ShellContext shell) => shell.Render<ContactSheetFigure>(
        p => p.Add(f => f.Set, ContactSheetFigure.Valid).Add(f => f.Outlook, TrainerOutlook.Of(shell.Trainers.All)));
}
