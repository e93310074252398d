using System.Globalization;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Recipes;
using Microsoft.AspNetCore.Components;

namespace AslTutorial.Web.Components.Training;

/// <summary>Whose functions train: in the lesson the learner's answers decide, on a run's own page the run's.</summary>
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

    /// <summary>Null in a lesson whose own functions nobody writes.</summary>
    private IOwnFunctions? Functions => EveryLessonsFunctions.FirstOrDefault(functions => functions.Lesson == Lesson);

    /// <summary>Whether there is a net as the learner's cells have it.</summary>
    private bool CanRun => _cells is null || Say.Unrunnable(_cells, _input.Model, _input.BatchOr(_cells.BatchSize)) is null;

    /// <summary>What the run that is started now is to be trained with.</summary>
    private async Task<TrainingRecipe?> ChooseRecipeAsync()
    {
        if (RunId is not null)
        {
            return _progress?.Run.Settings.Recipe;
        }

        // Another tab may have changed an answer in this moment; a mistake is trained only if it is the one that was agreed to.
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
        // A prerendered page keeps the line's place free: nothing can be started there, and its answers may change at once.
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
            // A fault in an exercise's file must not stop the training: the lesson's functions are there.
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

    /// <summary>The net is always the cells'; a batch size that was typed here stands until that of the cells is changed.</summary>
    private void Follow(CellSettings? cells)
    {
        if (cells is null)
        {
            return;
        }

        _input.Cnn = cells.Cnn;
        // What was typed before the cells were first read is not taken away again.
        if (_cells is null ? !_edited : _cells.BatchSize != cells.BatchSize)
        {
            _input.BatchSize = cells.BatchSize.ToString(CultureInfo.InvariantCulture);
        }

        _cells = cells;
    }

    /// <summary>The settings of a run that is shown, to be trained with again; in the lesson the cells go before them.</summary>
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
