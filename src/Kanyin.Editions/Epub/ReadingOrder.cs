namespace Kanyin.Editions.Epub;

/// <summary>Every place that the navigation may lead to, in the order in which it is read.</summary>
internal sealed class ReadingOrder
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    /// <param name="address">Relative to the package's folder.</param>
    public void Add(string address) => _places.TryAdd(address, _places.Count);

    public int Of(string address) => _places[address];
}
