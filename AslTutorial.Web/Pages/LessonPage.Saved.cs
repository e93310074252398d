using AslTutorial.Lessons;
using AslTutorial.Lessons.Files;
using AslTutorial.Web.Content.Saved;
using AslTutorial.Web.Localization;
using Microsoft.AspNetCore.Components;

namespace AslTutorial.Web.Pages;

/// <summary>In Development the page shows a text as soon as its author saves it, and what is wrong with it.</summary>
public sealed partial class LessonPage
{
    private readonly ReaderCulture _reader = ReaderCulture.Current;
    private IReadOnlyList<LessonFault> _faults = [];

    /// <summary>One in Development, none anywhere else.</summary>
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
            // A file that is gone for a moment, as it is between two steps of a save, takes nothing from the page.
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
