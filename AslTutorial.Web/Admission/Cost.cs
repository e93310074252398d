namespace AslTutorial.Web.Admission;

/// <summary>Kinds of actions that have a rate limit of their own.</summary>
[Flags]
internal enum Cost
{
    None = 0,

    /// <summary>Any request, and any event of an open page.</summary>
    Request = 1,

    /// <summary>Rendering a page.</summary>
    Page = 2,

    /// <summary>A new learner's cookie.</summary>
    Newcomer = 4,

    /// <summary>Starting a run.</summary>
    Run = 8,

    /// <summary>Checking an exercise.</summary>
    Check = 16,

    /// <summary>Running a cell.</summary>
    Cell = 32,

    /// <summary>Replacing a trainer's process.</summary>
    Restart = 64,

    /// <summary>Watching a run.</summary>
    Watch = 128,

    /// <summary>Looking into a net or the data.</summary>
    Look = 256,

    /// <summary>Storing text; counted in characters.</summary>
    Text = 512,

    /// <summary>Any other change of stored data.</summary>
    Change = 1024,

    /// <summary>A connection that stays open.</summary>
    Socket = 2048,

    /// <summary>A request to the operator's page.</summary>
    Operate = 4096,

    /// <summary>Everything that changes stored data.</summary>
    Changes = Run | Check | Cell | Restart | Text | Change,
}
