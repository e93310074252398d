using System.Globalization;
using System.Text;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Runs;
using Microsoft.AspNetCore.Components;

namespace AslTutorial.Web.Components.Training;

/// <summary>Steers a run; the run's own updates show whether a change was applied.</summary>
public sealed partial class SteerBar
{
    private string _typed = "";
    private string? _fault;
    private double? _shown;
    private bool _busy;

    [Parameter, EditorRequired]
    public RunView Run { get; set; } = default!;

    private RunHelm Helm => Run.Helm;

    private static string Least => Text(Math.Log10(TrainingLimits.MinLearningRate));

    private static string Most => Text(Math.Log10(TrainingLimits.MaxLearningRate));

    private string Exponent => Text(Math.Log10(Read(_typed) ?? Now));

    /// <summary>The rate that is wanted, else the current one.</summary>
    private double Now => Helm.WantedRate
        ?? RunSteering.RateAt(Run.Settings.Steering, Run.Settings.LearningRate, Run.Epochs.Count, int.MaxValue);

    private string Said => string.Join(" ", Sentences());

    protected override void OnParametersSet()
    {
        // Keep what is being typed: parameters are set four times a second.
        if (_shown != Now)
        {
            _shown = Now;
            _typed = Show(Now);
            _fault = null;
        }
    }

    private IEnumerable<string> Sentences()
    {
        if (Run.IsShared)
        {
            yield return L["Shared.Says"];
        }

        if (Helm is { IsPaused: true, FreesAt: { } freesAt })
        {
            yield return L["Said.Paused", freesAt.ToLocalTime()];
        }
        else if (Helm.IsPaused)
        {
            yield return L["Said.Parked"];
        }

        if (Helm.StopsAfterEpoch)
        {
            yield return L["Said.Stops"];
        }

        if (Helm.WantedRate is { } wanted)
        {
            yield return L["Said.Wanted", wanted];
        }
    }

    private void Slide(ChangeEventArgs moved)
    {
        if (double.TryParse(moved.Value as string, CultureInfo.InvariantCulture, out var exponent))
        {
            _typed = Show(Math.Clamp(double.Parse(Math.Pow(10, exponent).ToString("G2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), TrainingLimits.MinLearningRate, TrainingLimits.MaxLearningRate));
            _fault = null;
        }
    }

    private void Type(string? text) => (_typed, _fault) = (text ?? "", null);

    private async Task ApplyAsync()
    {
        if (Read(_typed) is not { } rate)
        {
            _fault = L["Rate.Range"];
            return;
        }

        if (!rate.Equals(Now))
        {
            await ChangeAsync(new(LearningRate: rate));
        }
    }

    private async Task ChangeAsync(RunChange change)
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        _fault = null;
        try
        {
            _fault = await Runs.ChangeAsync(await Learner.GetIdAsync(), Run.Id, change) switch
            {
                RunChanged.Accepted => null,
                RunChanged.Refused { Refusal: var refused } => refused.Sentence(Refusals),
                RunChanged.QueueFull => L["Shared.QueueFull"].Value,
                RunChanged.Invalid => L["TooMany", TrainingLimits.MaxRateChanges].Value,
                _ => L["Refused"].Value,
            };
        }
        catch (Exception fault)
        {
            // No exception may escape: it would end the circuit and with it everything else on the page.
            Logger.LogError(fault, "A run could not be steered.");
            _fault = L["Failed"];
        }
        finally
        {
            _busy = false;
        }
    }

    private static double? Read(string typed) =>
        double.TryParse(typed.Normalize(NormalizationForm.FormKC).Trim(), NumberStyles.Float & ~NumberStyles.AllowTrailingSign, CultureInfo.InvariantCulture, out var rate)
        && TrainingLimits.IsLearningRate(rate) ? rate : null;

    private static string Show(double rate) => rate.ToString("0.##########", CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
