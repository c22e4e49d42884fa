namespace Kanyin.Fuzzing;

/// <summary>One reader that is fed with anything.</summary>
/// <param name="Seeds">Well-formed inputs, whose pieces are put together and broken.</param>
/// <param name="Tokens">Pieces that mean something to the reader.</param>
/// <param name="Feed">Throws only where the reader is wrong: bad input is a finding, not an exception.</param>
/// <param name="Share">How many of the inputs asked for it gets: one that sets pages takes a hundred times as long as one that reads a number.</param>
internal sealed record Target(string Name, IReadOnlyList<byte[]> Seeds, IReadOnlyList<byte[]> Tokens, Action<byte[]> Feed, double Share = 1);
