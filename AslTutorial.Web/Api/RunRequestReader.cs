using System.Text.Json;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Course;

namespace AslTutorial.Web.Api;

/// <summary>Reads a request for a run field by field, so that all faults are reported, not only the first.</summary>
internal sealed class RunRequestReader(LessonCourse course)
{
    private static readonly string[] Fields = ["lesson", "model", "epochs", "batchSize", "learningRate", "seed", "trainLimit", "kernelSize", "dropout", "headDropout", "flattenedSize", "functions", "fresh"];

    private static readonly string[] FieldsOfTheCnn = ["kernelSize", "dropout", "headDropout", "flattenedSize"];

    private readonly Dictionary<string, JsonElement> _given = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _faults = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Faults => _faults;

    /// <summary>Whose functions to train; valid only without <see cref="Faults"/>.</summary>
    public RunFunctions Functions { get; private set; }

    /// <summary>Whether to compute the run anew; valid only without <see cref="Faults"/>.</summary>
    public bool IsFresh { get; private set; }

    /// <summary>The slug of the run's lesson; valid only without <see cref="Faults"/>.</summary>
    public string Lesson { get; private set; } = "";

    /// <summary>The settings; valid only without <see cref="Faults"/>.</summary>
    public TrainingSettings Read(string json)
    {
        var defaults = new TrainingSettings();
        using var document = JsonBody.Parse(json, StringComparer.OrdinalIgnoreCase, (field, reason) => _faults[field] = reason);
        return document is null ? defaults : Read(document.RootElement, defaults);
    }

    private TrainingSettings Read(JsonElement root, TrainingSettings defaults)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            _faults[JsonBody.Body] = $"the body is a JSON object with {string.Join(", ", Fields)}, not {NameOf(root)}";
            return defaults;
        }

        foreach (var property in root.EnumerateObject())
        {
            if (!Fields.Contains(property.Name, StringComparer.OrdinalIgnoreCase))
            {
                _faults[property.Name] = $"there is no such field; there are {string.Join(", ", Fields)}";
            }
            else
            {
                _given[property.Name] = property.Value;
            }
        }

        var settings = new TrainingSettings(
            Model(defaults.Model),
            Whole("epochs", defaults.Epochs),
            Whole("batchSize", defaults.BatchSize),
            Number("learningRate", defaults.LearningRate),
            Long("seed", defaults.Seed),
            Limit(),
            Cnn: new(
                Whole("kernelSize", defaults.CnnOrLesson.KernelSize),
                Number("dropout", defaults.CnnOrLesson.Dropout),
                Number("headDropout", defaults.CnnOrLesson.HeadDropout)));
        Functions = ReadFunctions();
        IsFresh = ReadFresh();
        Lesson = ReadLesson(settings.Model);
        foreach (var fault in settings.Faults())
        {
            _faults.TryAdd(fault.Field, fault.Message);
        }

        if (settings.Model == ModelKind.Cnn)
        {
            CheckFlattenedSize(settings);
        }
        else
        {
            RefuseFieldsOfTheCnn();
        }

        return settings;
    }

    private void CheckFlattenedSize(TrainingSettings settings)
    {
        var size = Whole("flattenedSize", settings.Net.FlattenedSize);

        // Only for valid settings: an impossible net has no flattened size to compare with.
        if (_faults.Count == 0 && settings.Net.LinearFault(size, Math.Min(settings.BatchSize, settings.TrainLimit ?? settings.BatchSize)) is { } fault)
        {
            _faults["flattenedSize"] =
                $"flattenedSize is {settings.Net.FlattenedSize} with kernelSize {settings.Net.KernelSize}, not {size}: Linear({size}, 512) would stop with \"{fault}\"";
        }
    }

    private void RefuseFieldsOfTheCnn()
    {
        foreach (var field in FieldsOfTheCnn.Where(_given.ContainsKey))
        {
            _faults[field] = $"{field} is of the cnn: the dense net has none";
        }
    }

    private ModelKind Model(ModelKind otherwise)
    {
        if (!_given.TryGetValue("model", out var value))
        {
            return otherwise;
        }

        switch (value.ValueKind == JsonValueKind.String ? value.GetString() : null)
        {
            case "cnn":
                return ModelKind.Cnn;
            case "dense":
                return ModelKind.Dense;
            default:
                _faults["model"] = $"model is one of cnn, dense, not {NameOf(value)}";
                return otherwise;
        }
    }

    private string ReadLesson(ModelKind model)
    {
        if (!_given.TryGetValue("lesson", out var value))
        {
            return course.All.FirstOrDefault(lesson => lesson.Net == model)?.Slug ?? "";
        }

        if (value.ValueKind == JsonValueKind.String && course.Find(value.GetString()!) is { } lesson)
        {
            return lesson.Slug;
        }

        _faults["lesson"] = $"lesson is one of {string.Join(", ", course.All.Select(known => known.Slug).Order(StringComparer.Ordinal))}, not {NameOf(value)}";
        return "";
    }

    private RunFunctions ReadFunctions()
    {
        if (!_given.TryGetValue("functions", out var value))
        {
            return RunFunctions.Lesson;
        }

        switch (value.ValueKind == JsonValueKind.String ? value.GetString() : null)
        {
            case "lesson":
                return RunFunctions.Lesson;
            case "own":
                return RunFunctions.Own;
            default:
                _faults["functions"] = $"functions is one of lesson, own, not {NameOf(value)}";
                return RunFunctions.Lesson;
        }
    }

    private bool ReadFresh()
    {
        if (!_given.TryGetValue("fresh", out var value))
        {
            return false;
        }

        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            _faults["fresh"] = $"fresh is true or false, not {NameOf(value)}";
        }

        return value.ValueKind == JsonValueKind.True;
    }

    private int Whole(string field, int otherwise)
    {
        if (!_given.TryGetValue(field, out var value))
        {
            return otherwise;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number))
        {
            return number;
        }

        _faults[field] = $"{field} is a whole number, not {NameOf(value)}";
        return otherwise;
    }

    private long Long(string field, long otherwise)
    {
        if (!_given.TryGetValue(field, out var value))
        {
            return otherwise;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number))
        {
            return number;
        }

        _faults[field] = $"{field} is a whole number, not {NameOf(value)}";
        return otherwise;
    }

    private double Number(string field, double otherwise)
    {
        if (!_given.TryGetValue(field, out var value))
        {
            return otherwise;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number))
        {
            return number;
        }

        _faults[field] = $"{field} is a number, not {NameOf(value)}";
        return otherwise;
    }

    private int? Limit() => _given.TryGetValue("trainLimit", out var value) && value.ValueKind != JsonValueKind.Null
        ? Whole("trainLimit", TrainingLimits.MinTrainLimit)
        : null;

    private static string NameOf(JsonElement value)
    {
        const int Shown = 40;
        return value.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            _ when value.GetRawText() is { Length: > Shown } text => $"{text[..Shown]}...",
            _ => value.GetRawText(),
        };
    }
}
