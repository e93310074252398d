using System.CommandLine;
using System.Globalization;
using AslTutorial.Training.Commands;

namespace AslTutorial.Training.Tests.Commands;

/// <summary>A number on the command line means the same in every locale.</summary>
public sealed class NumbersOnTheCommandLineTests
{
    [Theory]
    [InlineData("en-US")]
    [InlineData("de-DE")]
    [InlineData("fr-FR")]
    [InlineData("ar-EG")]
    [InlineData("sv-SE")]
    public void LearningRate_AnyLocale_ReadWithAPoint(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            var command = TrainCommand.Create();

            var parsed = command.Parse("--learning-rate 0.001 --epochs 3 --seed 7");
            parsed.Errors.ShouldBeEmpty();
            parsed.GetValue<double>("--learning-rate").ShouldBe(0.001);
            parsed.GetValue<int>("--epochs").ShouldBe(3);
            command.Parse("--learning-rate 1e-3").GetValue<double>("--learning-rate").ShouldBe(0.001);
            command.Parse("--learning-rate 0,001").Errors.ShouldHaveSingleItem().Message.ShouldBe("--learning-rate is a number such as 0.001, with a point, not '0,001'.");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void EveryOptionWithDecimals_ReadsThemItself()
    {
        var reals = new[] { TrainCommand.Create(), BenchCommand.Create(), DataCommand.Create(), WorkCommand.Create() }
            .SelectMany(Whole)
            .SelectMany(command => command.Options)
            .Where(option => option.ValueType == typeof(double) || option.ValueType == typeof(double?) || option.ValueType == typeof(float))
            .ToList();

        reals.ShouldNotBeEmpty();
        reals.OfType<Option<double>>().ShouldAllBe(option => option.CustomParser != null);
        reals.Count.ShouldBe(reals.OfType<Option<double>>().Count());
    }

    private static IEnumerable<Command> Whole(Command command) => command.Subcommands.SelectMany(Whole).Prepend(command);
}
