using Kanyin.Books.Model;
using Kanyin.Typesetting;

namespace Kanyin;

/// <summary>What is kept of a book from one save to the next, so that only the chapters that have changed are set again.</summary>
internal sealed record Earlier(EarlierReading Reading, EarlierPages Pages);
