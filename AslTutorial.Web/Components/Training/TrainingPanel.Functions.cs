using AslTutorial.Training.Contracts;
using AslTutorial.Web.Recipes;
using Microsoft.AspNetCore.Components;

namespace AslTutorial.Web.Components.Training;

/// <summary>Whose functions train: in the lesson the learner's answers decide, on a run's own page the run's.</summary>
public sealed partial class TrainingPanel
{
    private OwnFunctions? _own;
    private IDisposable? _answers;
    private bool _onPurpose;
    private bool _ownRead;
    private int _turn;

    [Inject]
    private IOwnFunctions Functions { get; set; } = default!;

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
        if (RunId is not null || _answers is not null || !RendererInfo.IsInteractive)
        {
            return;
        }

        _answers = Functions.Watch(await Learner.GetIdAsync(), () => Dispatch(ReadFunctionsAsync));
        await ReadFunctionsAsync();
    }

    private async Task ReadFunctionsAsync()
    {
        var turn = ++_turn;
        OwnFunctions? own = null;
        try
        {
            own = await Functions.ReadAsync(await Learner.GetIdAsync(), _gone.Token);
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
        }
    }
}
