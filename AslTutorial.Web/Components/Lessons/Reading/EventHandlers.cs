using Microsoft.AspNetCore.Components;

namespace AslTutorial.Web.Components.Lessons.Reading;

/// <summary>Events of the site's own elements; registered with Blazor by start.js.</summary>
[EventHandler("onblockneeded", typeof(EventArgs))]
[EventHandler("onsectionsread", typeof(SectionsReadEventArgs))]
public static class EventHandlers;
