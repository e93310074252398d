namespace AslTutorial.Web.Admission;

/// <summary>What is asked for, by what it costs the site.</summary>
[Flags]
internal enum Cost
{
    None = 0,

    /// <summary>Any request, and any event of a page that is open.</summary>
    Request = 1,

    /// <summary>A page that is drawn.</summary>
    Page = 2,

    /// <summary>A learner who was not here before: the next cookie.</summary>
    Newcomer = 4,

    /// <summary>A run is ordered.</summary>
    Run = 8,

    /// <summary>An exercise is checked.</summary>
    Check = 16,

    /// <summary>A cell is run.</summary>
    Cell = 32,

    /// <summary>A trainer's process is replaced.</summary>
    Restart = 64,

    /// <summary>A run is watched.</summary>
    Watch = 128,

    /// <summary>A net, or the data, is looked at.</summary>
    Look = 256,

    /// <summary>Text is kept; counted in characters.</summary>
    Text = 512,

    /// <summary>Any other change of what is kept.</summary>
    Change = 1024,

    /// <summary>A connection that stays open.</summary>
    Socket = 2048,

    /// <summary>A request to the operator's page.</summary>
    Operate = 4096,

    /// <summary>All that change what is kept.</summary>
    Changes = Run | Check | Cell | Restart | Text | Change,
}
