namespace PreventionAward.Domain.Entries;

/// <summary>What a malware scanner has said of an attached file.</summary>
public enum ScanState
{
    /// <summary>No scanner was connected when the file came.</summary>
    NotScanned,

    /// <summary>The scanner did not answer; it is asked again.</summary>
    Waiting,

    /// <summary>Nothing was found.</summary>
    Clean,

    /// <summary>Something was found: the file is given out to nobody.</summary>
    Infected,
}

/// <summary>One answer of a scanner.</summary>
/// <param name="Found">What was found, by the scanner's name for it; null where nothing was.</param>
public sealed record ScanVerdict(ScanState State, string? Found = null);
