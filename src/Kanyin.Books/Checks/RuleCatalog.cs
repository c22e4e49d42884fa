using Kanyin.Books.Checks.Rules.Contents;
using Kanyin.Books.Checks.Rules.Headings;
using Kanyin.Books.Checks.Rules.Images;
using Kanyin.Books.Checks.Rules.Links;
using Kanyin.Books.Checks.Rules.Numbers;
using Kanyin.Books.Checks.Rules.Structure;
using Kanyin.Books.Checks.Rules.Terms;
using Kanyin.Books.Checks.Rules.Typography;

namespace Kanyin.Books.Checks;

/// <summary>Every rule, in the order they run. Written out by hand so that the list can be read.</summary>
public static class RuleCatalog
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new MissingChapterFile(),

        new LinkToMissingFile(),
        new LinkToMissingAnchor(),
        new LinkToFileNotInBook(),
        new LinkOutsideBook(),
        new MalformedAddress(),
        new EmptyLink(),
        new AddressInOtherCase(),
        new ClosedScheme(),
        new BareAddress(),
        new LinkUnread(),
        new LinkToOwnRepository(),

        new MissingPicture(),
        new PictureWithoutAltText(),
        new UnreadablePicture(),
        new RemotePicture(),
        new OwnPictureOnWeb(),
        new PictureInOtherCase(),
        new PictureWithWrongExtension(),
        new HugePicture(),
        new PrintedDiagram(),

        new HeadingLevelSkipped(),
        new EmptyHeading(),
        new DuplicateAnchor(),
        new RepeatedHeading(),
        new HeadingEndsInFullStop(),
        new LongHeading(),
        new EmptySection(),

        new NumberMissing(),
        new NumberUsedTwice(),
        new NumberOutOfOrder(),
        new NumberNotRestarted(),
        new NumberUnderWrongParent(),
        new NumberLevelSkipped(),
        new NumberStylesMixed(),
        new MalformedNumeral(),
        new NumberWithWrongMark(),
        new NumberTypedByHand(),
        new CaptionNumberMissing(),
        new CaptionNumberUsedTwice(),
        new CaptionNumberOutOfOrder(),
        new CaptionOfAnotherChapter(),
        new ReferenceToMissingNumber(),
        new LinkToAnotherNumber(),

        new LongParagraph(),
        new RunningList(),
        new AccidentalHeading(),
        new AccidentalCode(),
        new FragileBold(),
        new TypedList(),

        new HalfWidthPunctuation(),
        new HalfWidthBrackets(),
        new StraightQuotes(),
        new MixedQuotes(),
        new NestedQuotes(),
        new UnbalancedMarks(),
        new DoubledPoint(),
        new PiledMarks(),
        new Ellipsis(),
        new EllipsisWithEnd(),
        new Dash(),
        new RangeSign(),
        new MiddleDot(),
        new FullWidthColon(),
        new CommaBetweenTitles(),
        new ClosingOrder(),
        new MissingStop(),
        new LabelEndsInFullStop(),
        new CornerQuotes(),
        new FullWidthLetters(),
        new HalfWidthKana(),
        new LatinSpacing(),
        new SpaceBetweenHan(),
        new SpaceBesidePunctuation(),
        new NumberAndUnit(),
        new IdeographicIndent(),
        new InvisibleCharacters(),
        new SpaceInsideMarks(),
        new LookAlikes(),
        new TraditionalCharacters(),

        new MisspeltName(),
        new OtherTerm(),
    ];
}
