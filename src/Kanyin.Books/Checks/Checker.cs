using Kanyin.Books.Diagnostics;
using Kanyin.Books.Model;

namespace Kanyin.Books.Checks;

/// <summary>Runs every rule over a book.</summary>
public static class Checker
{
    public static void Check(Book book, DiagnosticBag bag)
    {
        var survey = new Survey(book);
        Parallel.ForEach(RuleCatalog.All, rule => rule.Check(survey, bag));
    }
}
