using System.Globalization;
using System.Numerics;
using System.Text;
using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Components.Training;

/// <summary>The settings as typed texts, and their parsing.</summary>
public sealed class RunSettingsInput
{
    public ModelKind Model { get; set; } = ModelKind.Cnn;

    public string Epochs { get; set; } = "";

    public string BatchSize { get; set; } = "";

    public string LearningRate { get; set; } = "";

    public string Seed { get; set; } = "";

    public int? TrainLimit { get; set; }

    /// <summary>Not typed: comes from the learner's cells, or from the run to be trained again.</summary>
    public CnnOptions? Cnn { get; set; }

    public static RunSettingsInput From(TrainingSettings settings) => new()
    {
        Model = settings.Model,
        Epochs = settings.Epochs.ToString(CultureInfo.InvariantCulture),
        BatchSize = settings.BatchSize.ToString(CultureInfo.InvariantCulture),
        LearningRate = settings.LearningRate.ToString("0.##########", CultureInfo.InvariantCulture),
        Seed = settings.Seed.ToString(CultureInfo.InvariantCulture),
        TrainLimit = settings.TrainLimit,
        Cnn = settings.Cnn,
    };

    /// <summary>The batch size typed; <paramref name="otherwise"/> if it cannot be read.</summary>
    public int BatchOr(int otherwise) => int.TryParse(Plain(BatchSize), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : otherwise;

    /// <summary>The settings; null if there are faults.</summary>
    public TrainingSettings? Read(out IReadOnlyList<SettingFault> faults)
    {
        var unread = new List<SettingFault>();
        var settings = new TrainingSettings(
            Model,
            Number<int>("epochs", Epochs),
            Number<int>("batchSize", BatchSize),
            Number<double>("learningRate", LearningRate),
            Number<long>("seed", Seed),
            TrainLimit,
            Cnn: Model == ModelKind.Cnn ? Cnn : null);
        faults = [.. unread, .. settings.Faults().Where(f => unread.TrueForAll(u => u.Field != f.Field))];
        return faults.Count == 0 ? settings : null;

        T Number<T>(string field, string typed)
            where T : INumber<T>
        {
            if (T.TryParse(Plain(typed), NumberStyles.Float & ~NumberStyles.AllowTrailingSign, CultureInfo.InvariantCulture, out var value))
            {
                return value;
            }

            unread.Add(new(field, FormattableString.Invariant($"{field} is a number, not '{typed}'")));
            return T.Zero;
        }
    }

    // A Chinese keyboard may give full-width digits.
    private static string Plain(string typed) => typed.Normalize(NormalizationForm.FormKC).Trim();
}
