using Microsoft.AspNetCore.Components;

namespace AslTutorial.Web.Components.Lessons.Reading;

/// <summary>Events of the site's custom elements; start.js registers them with Blazor.</summary>
[EventHandler("onblockneeded", typeof(EventArgs))]
[EventHandler("onsectionsread", typeof(SectionsReadEventArgs))]
public static class EventHandlers;
