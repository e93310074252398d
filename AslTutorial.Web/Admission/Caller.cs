namespace AslTutorial.Web.Admission;

/// <summary>Who makes a request or uses a page.</summary>
/// <param name="Address">In the form of <see cref="CallerAddress"/>; null for the site itself.</param>
/// <param name="Learner">From the cookie; null without one.</param>
/// <param name="IsKnown">Whether the learner was here before, some minutes ago at least.</param>
internal sealed record Caller(string? Address, string? Learner, bool IsKnown)
{
    private static readonly AsyncLocal<Caller?> Here = new();

    /// <summary>The caller of the current request, circuit event or hub call; null for the site's own work.</summary>
    public static Caller? Current
    {
        get => Here.Value;
        set => Here.Value = value;
    }

    /// <summary>Costs already admitted with the request.</summary>
    public Cost Paid { get; set; }

    /// <summary>Shows a refusal on the open page; null for a plain request, whose answer says it.</summary>
    public Action<Refusal>? Say { get; init; }

    /// <summary>The response must not set a learner's cookie.</summary>
    public bool StaysNameless { get; set; }

    /// <summary>Nothing more is taken from the connection whose caller this is.</summary>
    public bool IsCutOff { get; set; }

    /// <summary>The learner, for fair turns; callers of one address without a cookie share one turn.</summary>
    public string Turn => Learner ?? "";

    /// <summary>The current caller, or one for a learner whom the site serves outside any request.</summary>
    public static Caller For(string learner) => Current ?? new(null, learner, IsKnown: true);
}
