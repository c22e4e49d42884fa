namespace Kanyin.Typesetting.Pages;

/// <summary>What stands before the items of a list (ISO 32000-1 table 347).</summary>
public enum ListNumbering
{
    /// <summary>Nothing that counts: terms, boxes to tick.</summary>
    None,
    Disc,
    Circle,
    Decimal,
}
