namespace AslTutorial.Web.Admission;

/// <summary>Who asks.</summary>
/// <param name="Address">As <see cref="CallerAddress"/> has it; null for the site itself.</param>
/// <param name="Learner">Of the cookie that came along; null for none.</param>
/// <param name="IsKnown">Whether the learner was here some minutes ago.</param>
internal sealed record Caller(string? Address, string? Learner, bool IsKnown)
{
    private static readonly AsyncLocal<Caller?> Here = new();

    /// <summary>Whose request, circuit or hub call this is; null for the site's own work.</summary>
    public static Caller? Current
    {
        get => Here.Value;
        set => Here.Value = value;
    }

    /// <summary>What has been asked for with the request already.</summary>
    public Cost Paid { get; set; }

    /// <summary>Says on the page that is open what was refused; null where the answer to a request says it.</summary>
    public Action<Refusal>? Say { get; init; }

    /// <summary>Not to be given a cookie.</summary>
    public bool StaysNameless { get; set; }

    /// <summary>Whose turn it is: those without a cookie share one turn of their address.</summary>
    public string Turn => Learner ?? "";

    /// <summary>Of this request or circuit; else of a learner whom the site serves without one.</summary>
    public static Caller For(string learner) => Current ?? new(null, learner, IsKnown: true);
}
