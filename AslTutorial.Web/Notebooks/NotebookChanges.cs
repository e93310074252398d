using System.Collections.Immutable;

namespace AslTutorial.Web.Notebooks;

/// <summary>A learner typed a text, or removed it (null). Nothing is written if the notebook has too many values.</summary>
[GenerateSerializer, Immutable]
internal sealed record ValueTyped(string Cell, string Name, string? Text) : NotebookChange
{
    public override NotebookWrite? Decide(NotebookKey key, NotebookContent before) =>
        before.Texts.GetValueOrDefault((Cell, Name)) == Text || (Text is not null && !before.HasRoom(Cell, Name)) ? null : async db =>
        {
            await NotebookWrites.TypeAsync(db, key, Cell, Name, Text);
            return NotebookDelta.OfText(Cell, Name, Text);
        };
}

/// <summary>A cell was run. A run of an earlier kernel does not count in this one.</summary>
/// <param name="Run">With the kernel in which it started; its count is set here.</param>
[GenerateSerializer, Immutable]
internal sealed record CellWasRun(string Cell, CellRun Run) : NotebookChange
{
    public override NotebookWrite? Decide(NotebookKey key, NotebookContent before)
    {
        if (before.Runs.GetValueOrDefault(Cell) is { } kept && kept.EndedAt == Run.EndedAt && kept.Kernel == Run.Kernel && kept.Fingerprint == Run.Fingerprint)
        {
            return null;
        }

        var now = new KernelCount(before.Kernel, Run.Kernel == before.Kernel ? before.Count + 1 : before.Count);
        var counted = Run with { Count = now.Count };
        return async db =>
        {
            await NotebookWrites.CountAsync(db, key, now);
            await NotebookWrites.KeepAsync(db, key, Cell, counted);
            return new(now, Runs: ImmutableDictionary<string, CellRun>.Empty.Add(Cell, counted));
        };
    }
}

/// <summary>A new kernel: outputs stay, counting starts again.</summary>
[GenerateSerializer, Immutable]
internal sealed record KernelBegun : NotebookChange
{
    public override NotebookWrite? Decide(NotebookKey key, NotebookContent before) => before.Runs.IsEmpty ? null : async db =>
    {
        var now = new KernelCount(before.Kernel + 1, Count: 0);
        await NotebookWrites.CountAsync(db, key, now);
        return new(now);
    };
}

[GenerateSerializer, Immutable]
internal sealed record SectionsRead(ImmutableHashSet<string> Sections, DateTimeOffset At) : NotebookChange
{
    public override NotebookWrite? Decide(NotebookKey key, NotebookContent before) => before.Read.IsSupersetOf(Sections) ? null : async db =>
    {
        await NotebookWrites.ReadAsync(db, key, Sections, At);
        return new(Read: Sections);
    };
}
