using AslTutorial.Training.Contracts;
using AslTutorial.Web.Recipes;
using AslTutorial.Web.Tests.Notebooks;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Recipes;

internal static class RecipeSite
{
    /// <summary>The right answers of all three exercises.</summary>
    public static async Task SolveAllAsync(this TestSite site, string learner)
    {
        foreach (var (cell, name, text) in new[]
        {
            ("dataset", "label", "'label'"), ("dataset", "channels", "IMG_CHS"), ("dataset", "width", "28"), ("dataset", "height", "28"),
            ("dataloader", "train_shuffle", "shuffle=True"),
            ("train-validate", "first_name", "validate"), ("train-validate", "first_mode", "eval"),
            ("train-validate", "first_loader", "valid_loader"), ("train-validate", "first_word", "Valid"),
            ("train-validate", "second_name", "train"), ("train-validate", "second_mode", "train"),
            ("train-validate", "second_loader", "train_loader"), ("train-validate", "second_word", "Train"),
        })
        {
            (await site.TypeAsync(cell, name, text, learner)).ShouldBeNull();
        }
    }

    public static void ShouldBeState(this OwnFunctions own, OwnFunctionsState state, TrainingRecipe? recipe)
    {
        own.State.ShouldBe(state, string.Join(' ', own.Wrong));
        own.Recipe.ShouldBe(recipe);
    }
}
