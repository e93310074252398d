namespace AslTutorial.Web.Admission;

/// <summary>What all nodes have alike of admission. Each tells the others; budgets are each node's own.</summary>
internal sealed class SharedAdmission(CallerMask mask, ReadOnlyMode readOnly, AddressBlocks blocks)
{
    public AdmissionWords Words => new(mask.Key, readOnly.Word, blocks.Words);

    /// <summary>Takes what is newer of another node's.</summary>
    public void Hear(AdmissionWords other)
    {
        mask.Hear(other.Mask);
        readOnly.Hear(other.ReadOnly);
        blocks.Hear(other.Blocks);
    }
}

/// <summary>What a node has been told by the operator or by another node.</summary>
internal sealed record AdmissionWords(MaskKey Mask, ReadOnlyWord ReadOnly, List<AddressBlock> Blocks);
