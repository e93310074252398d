using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Hosting;

/// <summary>Declares a feature's settings.</summary>
internal static class SettingsExtensions
{
    /// <summary>Binds AslTutorial:<paramref name="name"/> and validates it before the site starts.</summary>
    public static IServiceCollection AddSettings<TOptions, TValidator>(this IServiceCollection services, string name)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.AddSingleton<IValidateOptions<TOptions>, TValidator>();
        return services.AddSettings<TOptions>(name);
    }

    /// <summary>The same where ranges say all: <see cref="RangeValidator{TOptions}"/>.</summary>
    public static IServiceCollection AddSettings<TOptions>(this IServiceCollection services, string name)
        where TOptions : class
    {
        var section = new SettingsSection(name, typeof(TOptions));
        services.AddSingleton(section);
        services.AddSingleton<IValidateOptions<TOptions>>(new RangeValidator<TOptions>(section.Path));
        services.AddOptions<TOptions>()
            .Configure<IConfiguration>((options, configuration) => Bind(options, configuration.GetSection(section.Path)))
            .ValidateOnStart();
        return services;
    }

    private static void Bind<TOptions>(TOptions options, IConfigurationSection section)
        where TOptions : class
    {
        try
        {
            section.Bind(options);
        }
        catch (InvalidOperationException e)
        {
            // The message is one line already: "Failed to convert configuration value 'abc' at 'AslTutorial:Trainer:Threads' to type ...".
            throw new OptionsValidationException(Options.DefaultName, typeof(TOptions), [e.Message]);
        }
    }
}
