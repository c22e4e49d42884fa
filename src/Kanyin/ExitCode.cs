namespace Kanyin;

/// <summary>What the tool and the build return to the shell.</summary>
public static class ExitCode
{
    public const int Success = 0;

    /// <summary>A finding is an error.</summary>
    public const int Findings = 1;

    /// <summary>An unknown option, a path that does not exist.</summary>
    public const int Usage = 2;

    /// <summary>The machine failed (a folder that cannot be written, a full disk) or Kanyin did.</summary>
    public const int Machine = 3;
}
