using System.Collections.Frozen;
using Kanyin.Books.Diagnostics;
using Kanyin.Editions.EpubCheck.Markup;
using Kanyin.Editions.EpubCheck.Package;

namespace Kanyin.Editions.EpubCheck.Content;

/// <summary>The words of epub:type (EPUB 3 Structural Semantics Vocabulary 1.1).</summary>
internal sealed class SemanticsCheck(EpubBook book, MarkupFile file)
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet<string>(
    [
        .. "abstract acknowledgments afterword answer answers appendix assessment assessments aside backlink backmatter balloon biblioentry bibliography biblioref bodymatter bridgehead case-study chapter colophon concluding-sentence conclusion contributors copyright-page cover covertitle credit credits dedication division endnote endnotes epigraph epilogue errata feedback figure fill-in-the-blank-problem footnote footnotes foreword frontmatter fulltitle general-problem glossary glossdef glossref glossterm halftitle halftitlepage imprimatur imprint index index-editor-note index-entry index-entry-list index-group index-headnotes index-legend index-locator index-locator-list index-locator-range index-term index-term-categories index-term-category index-xref-preferred index-xref-related introduction keyword keywords label landmarks learning-objective learning-objectives learning-outcome learning-outcomes learning-resource learning-resources learning-standard learning-standards list list-item loa loi lot lov match-problem multiple-choice-problem noteref notice ordinal other-credits page-list pagebreak panel panel-group part practice practices preamble preface prologue pullquote qna question referrer revision-history seriespage sound-area subchapter subtitle table table-cell table-row text-area tip title titlepage toc toc-brief topic-sentence true-false-problem volume"
            .Split(' '),
        "antonym-group", "condensed-entry", "def", "dictentry", "dictionary", "etymology", "example", "gram-info", "idiom", "part-of-speech", "part-of-speech-group", "part-of-speech-list", "phonetic-transcription",
        "phrase-group", "phrase-list", "sense-group", "sense-list", "synonym-group", "tran", "tran-info",
    ],
    StringComparer.Ordinal);

    private static readonly string[] Deprecated = ["annoref", "annotation", "help", "marginalia", "note", "rearnote", "rearnotes", "sidebar", "warning", "biblioentry", "endnote"];

    public void Check()
    {
        var root = file.Root!;
        var prefixes = new Prefixes(book.Findings).Declare(root.Attribute(Names.Ops + "prefix")?.Value, Prefixes.OfContent, file.At(root));
        foreach (var element in root.DescendantsAndSelf())
        {
            if (element.Attribute(Names.EpubType) is { } types && string.IsNullOrWhiteSpace(types.Value))
            {
                book.Findings.Add(EpubKinds.Attribute, file.At(element), "An epub:type must have a word or more.");
            }

            foreach (var type in Names.Types(element))
            {
                Check(type, prefixes, file.At(element));
            }
        }
    }

    private void Check(string type, Prefixes prefixes, Place at)
    {
        if (!type.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ':'))
        {
            book.Findings.Add(EpubKinds.Attribute, at, $"“{type}” cannot be an epub:type.");
        }
        else if (Deprecated.Contains(type))
        {
            book.Findings.Add(EpubKinds.EpubType, at, $"The epub:type {type} is deprecated.");
        }
        else
        {
            prefixes.Check(type, Words, [], at, EpubKinds.EpubType);
        }
    }
}
