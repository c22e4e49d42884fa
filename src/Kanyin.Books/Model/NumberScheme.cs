namespace Kanyin.Books.Model;

/// <summary>How computed numbers are written (typography.md NU1).</summary>
public enum NumberScheme
{
    /// <summary>第1章, 1.1, 1.1.1, （1）</summary>
    Decimal,

    /// <summary>第一章, 第一节, 一、, （一）, 1., （1）</summary>
    Han,
}
