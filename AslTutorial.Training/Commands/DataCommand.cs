using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Data;
using AslTutorial.Training.Data.Benchmarks;
using AslTutorial.Training.Data.ContactSheets;
using AslTutorial.Training.Data.Csv;
using AslTutorial.Training.Data.Synthetic;

namespace AslTutorial.Training.Commands;

/// <summary>data: checks, shows and times a data set without training on it. Nothing here needs torch.</summary>
internal static class DataCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create() => new("data", "Checks, shows or times a data set.") { Check(), Sheet(), Prepare(), Bench() };

    private static Command Check()
    {
        var data = DataOption();
        var command = new Command("check", "Says what a data set holds, or names the fault and ends with 1.") { data };
        command.SetAction((result, cancel) => Guard(() =>
        {
            var directory = result.GetValue(data);
            var (train, valid, source) = Read(directory, new ConsoleProgress(), cancel);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"train rows  {train.Count}"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"valid rows  {valid.Count}"));
            Console.WriteLine($"labels      {source}");
            Console.WriteLine($"digest      {SignDataDigest.Of(train, valid)}");
        }));
        return command;
    }

    private static Command Sheet()
    {
        var data = DataOption();
        var output = new Option<string>("--out") { Description = "The folder for the sheets; made if missing.", Required = true };
        var seed = new Option<int>("--seed") { Description = "Draws the examples by lot.", DefaultValueFactory = _ => 1 };
        var command = new Command("sheet", "Draws a contact sheet of each set: contact-sheet-train.png and contact-sheet-valid.png.") { data, output, seed };
        command.SetAction((result, cancel) => Guard(() =>
        {
            var (train, valid, _) = Read(result.GetValue(data), new ConsoleProgress(), cancel);
            var folder = Directory.CreateDirectory(result.GetValue(output)!).FullName;
            foreach (var (name, set) in (ReadOnlySpan<(string, ImageSet)>)[("train", train), ("valid", valid)])
            {
                var path = Path.Combine(folder, $"contact-sheet-{name}.png");
                File.WriteAllBytes(path, ContactSheet.Render(set, result.GetValue(seed)));
                Console.WriteLine(path);
            }
        }));
        return command;
    }

    private static Command Prepare()
    {
        var data = DataOption();
        var cache = new Option<string>("--cache") { Description = "The cache folder; made if missing.", Required = true };
        var command = new Command("prepare", "Fills the cache ahead of the first start.") { data, cache };
        command.SetAction((result, cancel) => Guard(() =>
        {
            var options = new SignDataOptions(result.GetValue(data), result.GetValue(cache)!);
            Console.WriteLine(JsonSerializer.Serialize(SignDataSource.Load(options, new ConsoleProgress(), cancel).Info, Json));
        }));
        return command;
    }

    private static Command Bench()
    {
        var data = DataOption();
        data.Required = true;
        var repeat = new Option<int>("--repeat") { Description = "How often each load is timed.", DefaultValueFactory = _ => 5 };
        var hands = new Option<bool>("--synthetic") { Description = "Time the drawing of the synthetic hands too.", DefaultValueFactory = _ => true };
        var command = new Command("bench", "Times the loading of a data set in every form: milliseconds, as JSON.") { data, repeat, hands };
        command.SetAction((result, cancel) => Guard(() =>
        {
            using var bench = LoadBench.Prepare(result.GetValue(data)!, cancel);
            var report = bench.Run(Math.Max(1, result.GetValue(repeat)), result.GetValue(hands), cancel);
            Console.WriteLine(JsonSerializer.Serialize(report, Json));
        }));
        return command;
    }

    private static Option<string?> DataOption() =>
        new("--data") { Description = "The folder with the two CSV files; without it, the synthetic hands." };

    private static (ImageSet Train, ImageSet Valid, string Labels) Read(string? directory, IProgress<string> progress, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(directory))
        {
            return (SyntheticHands.Train(SyntheticHands.TrainCount, cancel), SyntheticHands.Valid(SyntheticHands.ValidCount, cancel), DataSetInfo.Synthetic);
        }

        var csv = SignCsv.Read(SignFolder.Find(directory, progress), progress, cancel);
        return (csv.Train, csv.Valid, csv.Coding == LabelCoding.Contiguous ? "0-23" : "0-24 without 9");
    }

    private static Task<int> Guard(Action action)
    {
        try
        {
            action();
            return Task.FromResult(0);
        }
        catch (Exception e) when (e is SignDataException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return Task.FromResult(1);
        }
    }

    private sealed class ConsoleProgress : IProgress<string>
    {
        public void Report(string value) => Console.Error.WriteLine(value);
    }
}
