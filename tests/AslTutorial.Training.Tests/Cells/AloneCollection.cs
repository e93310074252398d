namespace AslTutorial.Training.Tests.Cells;

/// <summary>Tests that count or time what the whole process does, and so cannot have others beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "cells alone";
}
