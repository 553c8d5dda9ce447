namespace CareCommissioning.Web.Pages.Placements.Approve;

/// <summary>That a commissioner agrees to what the page shows.</summary>
public sealed class ApproveForm
{
    public uint Version { get; set; }
}
