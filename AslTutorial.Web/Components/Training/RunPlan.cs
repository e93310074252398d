using System.Globalization;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Course;
using AslTutorial.Web.Runs;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace AslTutorial.Web.Components.Training;

/// <summary>The settings to start a run with, as a URL: <c>runs/new?lesson=cnn&amp;epochs=20&amp;seed=1</c>.</summary>
/// <param name="Lesson">The lesson's slug.</param>
/// <param name="Settings">Without a learner's own functions, which are answers and must not be in a link.</param>
public sealed record RunPlan(string Lesson, TrainingSettings Settings)
{
    public const string Page = "runs/new";

    private const string Changes = "changes";

    /// <summary>The URL, relative to the site's.</summary>
    public string Address
    {
        get
        {
            var (cnn, query) = (Settings.CnnOrLesson, new QueryBuilder { { "lesson", Lesson }, { "model", Settings.Model.ToString().ToLowerInvariant() } });
            Add("epochs", Settings.Epochs);
            Add("batchSize", Settings.BatchSize);
            Add("learningRate", Settings.LearningRate);
            Add("seed", Settings.Seed);
            if (Settings.TrainLimit is { } limit)
            {
                Add("trainLimit", limit);
            }

            if (Settings.Cnn is not null)
            {
                Add("kernelSize", cnn.KernelSize);
                Add("dropout", cnn.Dropout);
                Add("headDropout", cnn.HeadDropout);
            }

            if (Settings.Steering is { } steering)
            {
                query.Add(Changes, string.Join('~', steering.Rates.Select(c => FormattableString.Invariant($"{c.Epoch}.{c.Batch}:{c.LearningRate}"))));
            }

            return Page + query;

            void Add(string name, IFormattable number) => query.Add(name, number.ToString(null, CultureInfo.InvariantCulture));
        }
    }

    public static RunPlan Of(RunView run) => new(run.Lesson, run.SettingsToRepeat() with { Recipe = null });

    /// <summary>Reads a URL; missing or invalid settings are the lesson's.</summary>
    /// <param name="address">The page's URL.</param>
    public static RunPlan Read(Uri address, LessonCourse course)
    {
        var query = QueryHelpers.ParseQuery(address.Query);
        var lesson = course.Find(Text("lesson") ?? "") ?? course.All.First(known => known.Net == ModelKind.Cnn);
        var model = Enum.TryParse<ModelKind>(Text("model"), ignoreCase: true, out var named) && Enum.IsDefined(named) ? named : lesson.Net;
        var plain = new TrainingSettings(model);
        var settings = plain;
        Try(settings with { Epochs = Number("epochs", plain.Epochs) });
        Try(settings with { BatchSize = Number("batchSize", plain.BatchSize) });
        Try(settings with { LearningRate = Number("learningRate", plain.LearningRate) });
        Try(settings with { Seed = Number("seed", plain.Seed) });
        Try(settings with { TrainLimit = Text("trainLimit") is null ? null : Number("trainLimit", 0) });
        if (model == ModelKind.Cnn)
        {
            var cnn = CnnOptions.Lesson;
            Try(settings with
            {
                Cnn = new(Number("kernelSize", cnn.KernelSize), Number("dropout", cnn.Dropout), Number("headDropout", cnn.HeadDropout)),
            });
        }

        Try(settings with { Steering = ReadChanges(Text(Changes)) });
        return new(lesson.Slug, settings);

        string? Text(string name) => query.TryGetValue(name, out var values) && !StringValues.IsNullOrEmpty(values) ? values[^1] : null;

        T Number<T>(string name, T otherwise)
            where T : IParsable<T> => T.TryParse(Text(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;

        void Try(TrainingSettings next)
        {
            if (next.Faults().Count == 0)
            {
                settings = next;
            }
        }
    }

    private static RunSteering? ReadChanges(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var changes = new List<RateChange>();
        foreach (var part in text.Split('~', TrainingLimits.MaxRateChanges + 1))
        {
            if (part.Split(':') is not [var place, var rate] || place.Split('.') is not [var epoch, var batch]
                || !int.TryParse(epoch, CultureInfo.InvariantCulture, out var e) || !int.TryParse(batch, CultureInfo.InvariantCulture, out var b)
                || !double.TryParse(rate, CultureInfo.InvariantCulture, out var r))
            {
                return null;
            }

            changes.Add(new(e, b, r));
        }

        return new(changes);
    }
}
