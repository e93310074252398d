using System.Globalization;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Recipes;
using Microsoft.AspNetCore.Components;

namespace AslTutorial.Web.Components.Training;

/// <summary>The panel's part that chooses the functions: in a lesson the learner's answers, on a run's page the run's own.</summary>
public sealed partial class TrainingPanel
{
    private OwnFunctions? _own;
    private CellSettings? _cells;
    private IDisposable? _answers;
    private bool _edited;
    private bool _onPurpose;
    private bool _ownRead;
    private int _turn;

    [Inject]
    private IEnumerable<IOwnFunctions> EveryLessonsFunctions { get; set; } = default!;

    /// <summary>Null in a lesson without own functions.</summary>
    private IOwnFunctions? Functions => EveryLessonsFunctions.FirstOrDefault(functions => functions.Lesson == Lesson);

    /// <summary>Whether the net in the learner's cells can be built.</summary>
    private bool CanRun => _cells is null || Say.Unrunnable(_cells, _input.Model, _input.BatchOr(_cells.BatchSize)) is null;

    /// <summary>The functions for a run to be started now.</summary>
    private async Task<TrainingRecipe?> ChooseRecipeAsync()
    {
        if (RunId is not null)
        {
            return _progress?.Run.Settings.Recipe;
        }

        // Another tab may just have changed an answer: train wrong functions only if they are those that the learner agreed to.
        var shown = _own?.Recipe;
        await ReadFunctionsAsync();
        return _own switch
        {
            { State: OwnFunctionsState.Right } => _own.Recipe,
            { } own when _onPurpose && own.CanTrainWrong() && own.Recipe == shown => own.Recipe,
            _ => null,
        };
    }

    private async Task FollowFunctionsAsync()
    {
        // Not while prerendering: nothing can be started there, and the answers may change at once.
        if (RunId is not null || _answers is not null || !RendererInfo.IsInteractive || Functions is not { } functions)
        {
            return;
        }

        _answers = functions.Watch(await Learner.GetIdAsync(), () => Dispatch(ReadFunctionsAsync));
        await ReadFunctionsAsync();
    }

    private async Task ReadFunctionsAsync()
    {
        var turn = ++_turn;
        OwnFunctions? own = null;
        try
        {
            own = Functions is { } functions ? await functions.ReadAsync(await Learner.GetIdAsync(), _gone.Token) : null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // A fault in an exercise's file must not prevent training with the lesson's functions.
            Logger.LogError(fault, "A learner's functions could not be read.");
        }

        if (turn == _turn)
        {
            _ownRead = true;
            _onPurpose &= own?.Recipe == _own?.Recipe;
            _own = own;
            Follow(own?.Cells);
        }
    }

    /// <summary>The net is always that of the cells; a batch size typed here holds until the cells' batch size changes.</summary>
    private void Follow(CellSettings? cells)
    {
        if (cells is null)
        {
            return;
        }

        _input.Cnn = cells.Cnn;
        // Keep what was typed before the cells were first read.
        if (_cells is null ? !_edited : _cells.BatchSize != cells.BatchSize)
        {
            _input.BatchSize = cells.BatchSize.ToString(CultureInfo.InvariantCulture);
        }

        _cells = cells;
    }

    /// <summary>Takes the settings of the shown run for another training; in a lesson the cells' settings have priority.</summary>
    private void TakeSettings(TrainingSettings settings)
    {
        var batch = _input.BatchSize;
        _input = RunSettingsInput.From(settings);
        if (_cells is not null)
        {
            (_input.Cnn, _input.BatchSize) = (_cells.Cnn, batch);
        }
    }
}
