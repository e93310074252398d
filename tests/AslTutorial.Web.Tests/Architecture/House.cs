using System.Reflection;
using ArchUnitNET.Loader;
using AslTutorial.Lessons;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Tests.Architecture;

/// <summary>The three projects as they are compiled, read once for all rules.</summary>
internal static class House
{
    public static readonly Assembly WebSite = typeof(IRunService).Assembly;
    public static readonly Assembly Trainer = typeof(RunOrder).Assembly;
    public static readonly Assembly Course = typeof(Lesson).Assembly;

    public static readonly ArchUnitNET.Domain.Architecture Whole = new ArchLoader().LoadAssemblies(WebSite, Trainer, Course).Build();
}
