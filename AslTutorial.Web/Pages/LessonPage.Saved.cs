using AslTutorial.Lessons;
using AslTutorial.Lessons.Files;
using AslTutorial.Web.Content.Saved;
using AslTutorial.Web.Localization;
using Microsoft.AspNetCore.Components;

namespace AslTutorial.Web.Pages;

/// <summary>In Development the page shows a saved text and its faults at once.</summary>
public sealed partial class LessonPage
{
    private readonly ReaderCulture _reader = ReaderCulture.Current;
    private IReadOnlyList<LessonFault> _faults = [];

    /// <summary>One in Development, else empty.</summary>
    [Inject]
    private IEnumerable<ISavedLessons> Saves { get; set; } = default!;

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            foreach (var saves in Saves)
            {
                saves.Saved += OnSaved;
            }
        }
    }

    private void Forget()
    {
        foreach (var saves in Saves)
        {
            saves.Saved -= OnSaved;
        }
    }

    private Lesson? Find()
    {
        if (!Saves.Any())
        {
            return Library.Find(Slug, SiteCultures.Current);
        }

        _faults = Library.FaultsOf(Slug, SiteCultures.Current);
        try
        {
            return Library.Find(Slug, SiteCultures.Current);
        }
        catch (LessonContentException fault)
        {
            _faults = fault.Faults;
            return null;
        }
    }

    private void OnSaved() => _ = InvokeAsync(async () =>
    {
        _reader.Enter();
        try
        {
            // During a save a file may be missing for a moment: then the page stays as it is.
            if (!_gone.IsCancellationRequested && Find() is { } lesson)
            {
                await ShowAsync(lesson);
            }

            StateHasChanged();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Logger.LogInformation(fault, "Lesson {Lesson} could not be read just now; its next save is another try.", Slug);
        }
    });
}
