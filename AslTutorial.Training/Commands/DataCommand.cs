using System.CommandLine;
using System.Diagnostics;
using AslTutorial.Training.Data;
using AslTutorial.Training.Data.ContactSheets;
using AslTutorial.Training.Data.Csv;

namespace AslTutorial.Training.Commands;

/// <summary>data: looks at a data set without training on it.</summary>
internal static class DataCommand
{
    private static readonly Option<string?> Data = new("--data") { Description = "The folder with the two CSV files; without it, the synthetic hands." };
    private static readonly Option<string> Out = new("--out") { Description = "The folder for the sheets.", Required = true };

    public static Command Create() => new("data", "Checks, shows or times a data set.") { Check(), Sheet() };

    private static Command Check()
    {
        var command = new Command("check", "Says what a data set holds, or what is wrong with it.") { Data };
        command.SetAction((result, cancel) => Task.FromResult(Guarded(() =>
        {
            var watch = Stopwatch.StartNew();
            var csv = SignCsv.Read(SignFolder.Find(result.GetValue(Data)!, null), null, cancel);
            Console.WriteLine($"{watch.Elapsed.TotalMilliseconds}");
        })));
        return command;
    }

    private static Command Sheet()
    {
        var command = new Command("sheet", "Draws a contact sheet of each set.") { Data, Out };
        command.SetAction((result, cancel) => Task.FromResult(Guarded(() =>
        {
            var data = SignDataSource.Load(new SignDataOptions(result.GetValue(Data), ""), null, cancel);
            File.WriteAllBytes(Path.Combine(result.GetValue(Out)!, "contact-sheet-train.png"), ContactSheet.Render(data.Train, 1));
            File.WriteAllBytes(Path.Combine(result.GetValue(Out)!, "contact-sheet-valid.png"), ContactSheet.Render(data.Valid, 1));
            foreach (var (n, s) in new[] { ("train", data.Train), ("valid", data.Valid) })
            {
                File.WriteAllBytes(Path.Combine(result.GetValue(Out)!, n + ".x"), s.Pixels);
                File.WriteAllBytes(Path.Combine(result.GetValue(Out)!, n + ".y"), s.Labels);
            }
        })));
        return command;
    }

    private static int Guarded(Action action)
    {
        try
        {
            action();
            return 0;
        }
        catch (SignDataException e)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }
}
