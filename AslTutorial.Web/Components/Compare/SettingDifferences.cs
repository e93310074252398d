using AslTutorial.Training.Contracts;
using AslTutorial.Web.Components.Training;
using AslTutorial.Web.Resources;
using Microsoft.Extensions.Localization;

namespace AslTutorial.Web.Components.Compare;

/// <summary>Describes how one run's settings differ from another's, in the reader's language.</summary>
internal sealed class SettingDifferences(IStringLocalizer<CompareTexts> texts, IStringLocalizer<TrainingTexts> training)
{
    private readonly TrainingPhrases _say = new(training);

    /// <summary>The settings in which the curve differs from <paramref name="own"/>; empty for none.</summary>
    /// <param name="dataKind">The kind of data set of the run with these settings; null if unknown.</param>
    public IReadOnlyList<string> Of(Curve curve, TrainingSettings own, string? dataKind)
    {
        var other = curve.Settings;
        var found = new List<string>();
        Add(other.Model != own.Model, () => _say.Model(other.Model));
        if (other.Model == own.Model && other.Model == ModelKind.Cnn)
        {
            var (theirs, mine) = (other.CnnOrLesson, own.CnnOrLesson);
            Add(theirs.KernelSize != mine.KernelSize, () => training["Net.Kernel", theirs.KernelSize]);
            Add(!theirs.Dropout.Equals(mine.Dropout), () => training["Net.Dropout", theirs.Dropout]);
            Add(!theirs.HeadDropout.Equals(mine.HeadDropout), () => training["Net.HeadDropout", theirs.HeadDropout]);
        }

        Add(other.BatchSize != own.BatchSize, () => training["Summary.BatchSize", other.BatchSize]);
        Add(!other.LearningRate.Equals(own.LearningRate), () => training["Summary.LearningRate", other.LearningRate]);
        Add(other.TrainLimit != own.TrainLimit, () => other.TrainLimit is { } limit ? training["Summary.TrainLimit", limit] : training["Summary.AllImages"]);
        Add(other.Recipe != own.Recipe, () => texts["Difference.Functions", _say.Functions(other.Recipe)]);
        if (curve.IsPrinted)
        {
            // The notebook's seed is unknown, and its record may end before its last epoch.
            found.Add(texts["Difference.Printed"]);
        }
        else
        {
            Add(other.Seed != own.Seed, () => training["Summary.Seed", other.Seed]);
            Add(other.Epochs != own.Epochs, () => training[other.Epochs == 1 ? "Summary.EpochsOne" : "Summary.Epochs", other.Epochs]);
        }

        Add(curve.DataKind is not null && dataKind is not null && curve.DataKind != dataKind, () => texts["Difference.Data", _say.DataSet(new(curve.DataKind!, 0, 0, ""))]);
        return found;

        void Add(bool differs, Func<string> text)
        {
            if (differs)
            {
                found.Add(text());
            }
        }
    }
}
