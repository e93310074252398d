namespace AslTutorial.Web.Recipes;

internal static class RecipesSetup
{
    public static IServiceCollection AddRecipes(this IServiceCollection services) => services.AddSingleton<IOwnFunctions, NotebookFunctions>();
}
