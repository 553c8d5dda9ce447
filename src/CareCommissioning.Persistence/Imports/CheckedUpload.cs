using CareCommissioning.Domain.Common;

namespace CareCommissioning.Persistence.Imports;

/// <summary>A file somebody uploaded, kept while they look at what it would do and mend what failed, and then deleted.</summary>
public sealed class CheckedUpload
{
    public const int MaxBytes = 10 * 1024 * 1024;
    public const int MaxNameLength = 120;

    /// <summary>How long an upload is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private static readonly Refusal TooLarge = new("file-too-large", "The file is larger than 10 MB. Split it into several files");

    private CheckedUpload()
    {
    }

    public Guid Id { get; private set; }

    public Guid PartnershipId { get; private set; }

    /// <summary>Account of whoever uploaded it.</summary>
    public Guid UploadedBy { get; private set; }

    public DateTimeOffset UploadedAt { get; private set; }

    /// <summary>As it was called on the person's machine, shortened; shown, and never a path.</summary>
    public string FileName { get; private set; } = "";

    public byte[] Content { get; private set; } = [];

    public static Outcome<CheckedUpload> Of(Guid id, Guid partnershipId, Guid by, string fileName, byte[] content, DateTimeOffset at)
    {
        if (content.Length > MaxBytes)
        {
            return TooLarge;
        }

        var name = string.Concat(Path.GetFileName(fileName.Replace('\\', '/')).Where(c => !char.IsControl(c) && !char.IsSurrogate(c)));
        return new CheckedUpload
        {
            Id = id,
            PartnershipId = partnershipId,
            UploadedBy = by,
            UploadedAt = at,
            FileName = name.Length <= MaxNameLength ? name : name[..MaxNameLength],
            Content = content,
        };
    }
}
