using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kanyin.Mutation;

/// <summary>What may stand twice in the source, the program choosing between the two as it runs.</summary>
internal static class Host
{
    /// <returns>The smallest expression or statement round a node for which it can be so; null when there is none.</returns>
    public static SyntaxNode? Of(SyntaxNode node)
    {
        var host = node;
        for (; ; host = host.Parent)
        {
            switch (host)
            {
                case null or MemberDeclarationSyntax or SwitchLabelSyntax or ParameterSyntax or InterpolationAlignmentClauseSyntax:
                case LocalDeclarationStatementSyntax { IsConst: true }:
                    return null;
                case StatementSyntax or ExpressionSyntax when MayStandTwice(host):
                    return IsConstant(host) || Names(host) ? null : host;
            }
        }
    }

    private static bool MayStandTwice(SyntaxNode node) => node switch
    {
        TypeSyntax => false,
        ExpressionSyntax { Parent: PatternSyntax } => false,
        ExpressionSyntax { Parent: ExpressionStatementSyntax } => false,
        ExpressionSyntax { Parent: ForStatementSyntax loop } expression => loop.Condition == expression,
        _ => true,
    };

    private static bool IsConstant(SyntaxNode node) => node.Ancestors().Any(a => a is SwitchLabelSyntax or ParameterSyntax or InterpolationAlignmentClauseSyntax
        or EnumMemberDeclarationSyntax or LocalDeclarationStatementSyntax { IsConst: true }
        || (a is FieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.ConstKeyword)));

    /// <summary>Whether it names a variable that what comes after may use; the arms of a switch keep theirs to themselves.</summary>
    private static bool Names(SyntaxNode node) => node.DescendantNodes(n => n is not (SwitchExpressionArmSyntax or LambdaExpressionSyntax))
        .Any(n => n is SingleVariableDesignationSyntax);
}
