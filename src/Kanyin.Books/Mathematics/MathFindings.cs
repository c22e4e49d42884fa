using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Mathematics;

/// <summary>What can be wrong with a formula's TeX.</summary>
public static class MathFindings
{
    public static readonly DiagnosticKind UnknownCommand = new("MATH001", Severity.Error, "A TeX command that is not known");
    public static readonly DiagnosticKind UnknownEnvironment = new("MATH002", Severity.Error, "A TeX environment that is not known");
    public static readonly DiagnosticKind Malformed = new("MATH003", Severity.Error, "A formula that is not whole");
    public static readonly DiagnosticKind TooDeep = new("MATH004", Severity.Error, "A formula nested too deeply or growing without end");
    public static readonly DiagnosticKind UnknownLabel = new("MATH005", Severity.Error, "A reference to a formula that does not exist");
    public static readonly DiagnosticKind LabelTwice = new("MATH006", Severity.Warning, "Two formulas with the same label");
    public static readonly DiagnosticKind OnlyOnScreens = new("MATH007", Severity.Warning, "A TeX command whose effect no book can show");
}
