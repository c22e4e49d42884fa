using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;
using Kanyin.Books.Reading.Resolving;

namespace Kanyin.Books.Reading.Markdown;

/// <summary>Quotations that begin with a label, > **注意**：…, > 提示：… or > 💡 …, are callouts.</summary>
internal static partial class Labels
{
    private static readonly FrozenDictionary<string, string> Kinds = new Dictionary<string, string>
    {
        ["note"] = "说明 說明 备注 備註 注 註 信息 資訊 补充 補充 补充说明 補充說明 Note Info NOTE INFO",
        ["tip"] = "提示 小提示 温馨提示 友情提示 技巧 小技巧 建议 贴士 小贴士 小貼士 Tip Tips Hint TIP TIPS",
        ["important"] = "重要 重要提示 重点 重點 Important IMPORTANT",
        ["warning"] = "注意 注意事项 注意事項 警告 特别注意 特別注意 Warning WARNING",
        ["caution"] = "小心 危险 危險 Caution CAUTION",
    }.SelectMany(e => e.Value.Split(' '), (e, label) => (label, e.Key)).ToFrozenDictionary(e => e.label, e => e.Key);

    private static readonly FrozenDictionary<string, string> Signs = new Dictionary<string, string>
    {
        ["ℹ"] = "note",
        ["📝"] = "note",
        ["📌"] = "note",
        ["💡"] = "tip",
        ["❗"] = "important",
        ["⚠"] = "warning",
        ["🚨"] = "caution",
    }.ToFrozenDictionary();

    /// <summary>Null for an ordinary quotation.</summary>
    public static Callout? Of(ReadingFile file, Place at, ImmutableArray<Block> blocks)
    {
        if (blocks is not [Paragraph first, .. var rest])
        {
            return null;
        }

        var inlines = first.Inlines;
        if (inlines is [Strong plugin, .. var after] && PluginLabel().Match(PlainText.Of(plugin.Inlines)) is { Success: true } named)
        {
            var words = Paragraphs.WithoutIndent(after);
            return Callouts.Of(file, named.Groups[1].Value, named.Groups[2].Value, at, words.IsEmpty ? [.. rest] : [first with { Inlines = words }, .. rest]);
        }

        string? kind = null;
        if (inlines is [Text opening, ..] && Sign().Match(opening.Value) is { Success: true } sign)
        {
            kind = Signs[sign.Groups[1].Value];
            inlines = HeadingWords.Without(inlines, sign.Length);
        }

        var (label, left) = Label(inlines);
        if (label is null && kind is null)
        {
            return null;
        }

        kind ??= Kinds[label!];
        var body = Paragraphs.WithoutIndent(left);
        return Callouts.Of(file, kind, label, at, body.IsEmpty ? [.. rest] : [first with { Inlines = body }, .. rest]);
    }

    private static (string? Label, ImmutableArray<Inline> Left) Label(ImmutableArray<Inline> inlines)
    {
        if (inlines is [Text text, ..] && Plain().Match(text.Value) is { Success: true } plain && Kinds.ContainsKey(plain.Groups[1].Value))
        {
            return (plain.Groups[1].Value, HeadingWords.Without(inlines, plain.Length));
        }

        if (inlines is not [Strong strong, .. var rest])
        {
            return (null, inlines);
        }

        var words = PlainText.Of(strong.Inlines).Trim();
        var label = words.TrimEnd('：', ':', '！', '。', ' ');
        if (!Kinds.ContainsKey(label))
        {
            return (null, inlines);
        }

        // A word in bold is a label when a colon follows, or nothing on its line.
        var colon = rest is [Text after, ..] ? Colon().Match(after.Value).Length : 0;
        return label != words || colon > 0 || IsAtLineEnd(strong) || rest is [] or [LineBreak, ..] ? (label, HeadingWords.Without(rest, colon)) : (null, inlines);
    }

    private static bool IsAtLineEnd(Strong strong) => strong.At.File.Text.AsSpan(strong.At.Start + strong.At.Length).TrimStart(" \t\r") is [] or ['\n', ..];

    [GeneratedRegex(@"^\s*(ℹ|📝|📌|💡|❗|⚠|🚨)\uFE0F?\s*")]
    private static partial Regex Sign();

    [GeneratedRegex(@"^\s*(\w{1,9})\s*[：:]\s*")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^\s*[：:]\s*")]
    private static partial Regex Colon();

    /// <summary>A plugin of GitBook's: > **[info] 说明**.</summary>
    [GeneratedRegex(@"^\s*\[(info|note|tip|success|warning|danger|error)\]\s*(\S.*?)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex PluginLabel();
}
