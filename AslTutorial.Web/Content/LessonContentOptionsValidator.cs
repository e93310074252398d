using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Content;

internal sealed class LessonContentOptionsValidator : IValidateOptions<LessonContentOptions>
{
    public ValidateOptionsResult Validate(string? name, LessonContentOptions options) => Directory.Exists(options.Lessons)
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"AslTutorial:Content:Directory is '{options.Directory}', a folder without a folder 'lessons' in it");
}
