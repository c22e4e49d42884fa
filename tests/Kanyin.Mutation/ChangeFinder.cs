using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Kanyin.Mutation;

/// <summary>
/// Every change worth trying in a file: bounds, negations, arithmetic, constants one off, statements left out, a word of LINQ for its
/// opposite. What the compiler will not take is found out by compiling.
/// </summary>
internal sealed class ChangeFinder : CSharpSyntaxWalker
{
    private static readonly Dictionary<SyntaxKind, string[]> Operators = new()
    {
        [SyntaxKind.LessThanToken] = ["<=", ">="],
        [SyntaxKind.LessThanEqualsToken] = ["<", ">"],
        [SyntaxKind.GreaterThanToken] = [">=", "<="],
        [SyntaxKind.GreaterThanEqualsToken] = [">", "<"],
        [SyntaxKind.EqualsEqualsToken] = ["!="],
        [SyntaxKind.ExclamationEqualsToken] = ["=="],
        [SyntaxKind.AmpersandAmpersandToken] = ["||"],
        [SyntaxKind.BarBarToken] = ["&&"],
        [SyntaxKind.PlusToken] = ["-"],
        [SyntaxKind.MinusToken] = ["+"],
        [SyntaxKind.AsteriskToken] = ["/"],
        [SyntaxKind.SlashToken] = ["*"],
        [SyntaxKind.PercentToken] = ["*"],
        [SyntaxKind.LessThanLessThanToken] = [">>"],
        [SyntaxKind.GreaterThanGreaterThanToken] = ["<<"],
        [SyntaxKind.AmpersandToken] = ["|"],
        [SyntaxKind.BarToken] = ["&"],
        [SyntaxKind.PlusEqualsToken] = ["-="],
        [SyntaxKind.MinusEqualsToken] = ["+="],
        [SyntaxKind.PlusPlusToken] = ["--"],
        [SyntaxKind.MinusMinusToken] = ["++"],
    };

    private static readonly string[][] Opposites =
    [
        ["Any", "All"], ["First", "Last"], ["FirstOrDefault", "LastOrDefault"], ["Min", "Max"], ["Floor", "Ceiling"],
        ["StartsWith", "EndsWith"], ["TrimStart", "TrimEnd"], ["IndexOf", "LastIndexOf"], ["Skip", "Take"],
    ];

    private readonly List<Change> _changes = [];

    private ChangeFinder()
    {
    }

    public static IReadOnlyList<Change> In(SyntaxNode root)
    {
        var finder = new ChangeFinder();
        finder.Visit(root);
        return finder._changes;
    }

    // What an exception says is for people, and attributes are for the compiler.
    public override void VisitThrowExpression(ThrowExpressionSyntax node)
    {
    }

    public override void VisitThrowStatement(ThrowStatementSyntax node)
    {
    }

    public override void VisitAttributeList(AttributeListSyntax node)
    {
    }

    public override void VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        ReplaceOperator(node, node.OperatorToken);
        if (node.IsKind(SyntaxKind.CoalesceExpression))
        {
            Replace(node, node.Span, node.Right.ToString());
        }

        base.VisitBinaryExpression(node);
    }

    public override void VisitAssignmentExpression(AssignmentExpressionSyntax node)
    {
        ReplaceOperator(node, node.OperatorToken);
        base.VisitAssignmentExpression(node);
    }

    public override void VisitPostfixUnaryExpression(PostfixUnaryExpressionSyntax node)
    {
        ReplaceOperator(node, node.OperatorToken);
        base.VisitPostfixUnaryExpression(node);
    }

    public override void VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
    {
        if (node.IsKind(SyntaxKind.LogicalNotExpression))
        {
            Replace(node, node.OperatorToken.Span, "");
        }
        else if (!node.IsKind(SyntaxKind.UnaryMinusExpression) || node.Operand is not LiteralExpressionSyntax)
        {
            ReplaceOperator(node, node.OperatorToken);
        }

        base.VisitPrefixUnaryExpression(node);
    }

    public override void VisitIfStatement(IfStatementSyntax node)
    {
        Negate(node.Condition);
        base.VisitIfStatement(node);
    }

    public override void VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        Negate(node.Condition);
        base.VisitConditionalExpression(node);
    }

    public override void VisitIsPatternExpression(IsPatternExpressionSyntax node)
    {
        var opposite = node.Pattern is UnaryPatternSyntax not ? $"is {not.Pattern}" : $"is not ({node.Pattern})";
        Replace(node, TextSpan.FromBounds(node.IsKeyword.SpanStart, node.Pattern.Span.End), opposite);
        base.VisitIsPatternExpression(node);
    }

    public override void VisitRelationalPattern(RelationalPatternSyntax node)
    {
        ReplaceOperator(node, node.OperatorToken);
        base.VisitRelationalPattern(node);
    }

    public override void VisitLiteralExpression(LiteralExpressionSyntax node)
    {
        switch (node.Kind())
        {
            case SyntaxKind.TrueLiteralExpression:
                Replace(node, node.Span, "false");
                break;
            case SyntaxKind.FalseLiteralExpression:
                Replace(node, node.Span, "true");
                break;
            case SyntaxKind.CharacterLiteralExpression:
                Replace(node, node.Span, $"(char)({node} + 1)");
                break;
            case SyntaxKind.NumericLiteralExpression:
                Replace(node, node.Span, $"({node} + 1)");
                if (node.Token.Value is int and > 0)
                {
                    Replace(node, node.Span, $"({node} - 1)");
                }

                break;
        }
    }

    public override void VisitIdentifierName(IdentifierNameSyntax node)
    {
        if (node.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } member && member.Name == node)
        {
            foreach (var pair in Opposites.Where(pair => pair.Contains(node.Identifier.Text)))
            {
                Replace(call, node.Span, pair.Single(word => word != node.Identifier.Text));
            }
        }
    }

    public override void VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        // The compiler wants every variable given its value: leaving that out is no change it would take.
        var isVariable = node.Expression is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax left }
            && char.IsLower(left.Identifier.Text[0]);
        if (!isVariable)
        {
            Replace(node, node.Span, "");
        }

        base.VisitExpressionStatement(node);
    }

    public override void VisitBreakStatement(BreakStatementSyntax node) => LeaveOut(node);

    public override void VisitContinueStatement(ContinueStatementSyntax node) => LeaveOut(node);

    public override void VisitYieldStatement(YieldStatementSyntax node)
    {
        LeaveOut(node);
        base.VisitYieldStatement(node);
    }

    private void LeaveOut(StatementSyntax node)
    {
        if (node.Parent is not SwitchSectionSyntax)
        {
            Replace(node, node.Span, "");
        }
    }

    private void Negate(ExpressionSyntax condition)
    {
        // Others have turned these already.
        if (condition is not (PrefixUnaryExpressionSyntax or IsPatternExpressionSyntax)
            && !condition.IsKind(SyntaxKind.EqualsExpression) && !condition.IsKind(SyntaxKind.NotEqualsExpression))
        {
            Replace(condition, condition.Span, $"!({condition})");
        }
    }

    private void ReplaceOperator(SyntaxNode node, SyntaxToken token)
    {
        foreach (var other in Operators.GetValueOrDefault(token.Kind(), []))
        {
            Replace(node, token.Span, other);
        }
    }

    private void Replace(SyntaxNode node, TextSpan place, string text)
    {
        if (Host.Of(node) is { } host)
        {
            _changes.Add(new Change(host.Span, place, text, host is StatementSyntax));
        }
    }
}
