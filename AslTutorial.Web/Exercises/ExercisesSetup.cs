using AslTutorial.Web.Admission;
using AslTutorial.Web.Hosting;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Runs;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Exercises;

internal static class ExercisesSetup
{
    public static IServiceCollection AddExercises(this IServiceCollection services)
    {
        services.AddSettings<ExerciseOptions>("Exercises");
        services.AddOptions<Tariffs>().Configure<IOptions<ExerciseOptions>>((tariffs, exercises) =>
        {
            var checks = exercises.Value.ChecksPerMinute;
            tariffs[Cost.Check] = tariffs[Cost.Check] with { Burst = checks, PerMinute = checks };
        });
        services.AddSingleton<JudgedWork>();
        services.AddSingleton<AnswerChecks>();
        services.AddSingleton<AnswerOrders>();
        services.AddSingleton<AnswerExecution>();
        services.AddSingleton<Consequences>();
        services.AddSingleton<SolutionsAhead>();
        services.AddHostedService(provider => provider.GetRequiredService<SolutionsAhead>());
        services.AddSingleton<IExercises, ExerciseService>();
        services.AddSingleton<QuestionRuns>();
        services.AddSingleton<IAfterCellRun>(provider => provider.GetRequiredService<QuestionRuns>());
        services.AddSingleton<IAfterRun>(provider => provider.GetRequiredService<QuestionRuns>());
        return services;
    }
}
