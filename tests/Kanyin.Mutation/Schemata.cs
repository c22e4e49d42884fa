using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Kanyin.Mutation;

/// <summary>One file with all its mutants in it, each behind a switch, so that one compilation serves them all.</summary>
internal sealed class Schemata
{
    /// <summary>A question to the switch in the least room: names of the program begin otherwise.</summary>
    private const string Switch = "MutantSwitch.On";

    private readonly string _source;
    private readonly StringBuilder _text = new();
    private readonly List<(TextSpan Written, Mutant Mutant)> _mutants = [];
    private readonly List<(TextSpan Written, Mutant[] Mutants)> _hosts = [];

    public Schemata(string source, IEnumerable<Mutant> mutants)
    {
        _source = source;
        var hosts = mutants.GroupBy(m => m.Change.Host).OrderBy(g => g.Key.Start).ThenByDescending(g => g.Key.Length).Select(g => g.ToArray()).ToArray();
        Write(new TextSpan(0, source.Length), hosts);
    }

    public string Text => _text.ToString();

    /// <summary>Who is to blame for an error at a place of <see cref="Text"/>; nobody, when it stands outside all hosts.</summary>
    public IReadOnlyList<Mutant> At(int place)
    {
        var mutants = _mutants.Where(m => m.Written.Contains(place)).OrderBy(m => m.Written.Length).Take(1).Select(m => m.Mutant).ToArray();
        return mutants.Length > 0 ? mutants : _hosts.Where(h => h.Written.Contains(place)).OrderBy(h => h.Written.Length).FirstOrDefault().Mutants ?? [];
    }

    public IEnumerable<Mutant> In(TextSpan span) => _mutants.Where(m => span.Contains(m.Written)).Select(m => m.Mutant);

    private void Write(TextSpan span, ReadOnlySpan<Mutant[]> hosts)
    {
        var done = span.Start;
        for (var i = 0; i < hosts.Length;)
        {
            var host = hosts[i][0].Change.Host;
            var inside = i + 1;
            while (inside < hosts.Length && hosts[inside][0].Change.Host.Start < host.End)
            {
                inside++;
            }

            _text.Append(_source, done, host.Start - done);
            WriteHost(hosts[i], hosts[(i + 1)..inside]);
            (done, i) = (host.End, inside);
        }

        _text.Append(_source, done, span.End - done);
    }

    private void WriteHost(Mutant[] mutants, ReadOnlySpan<Mutant[]> inside)
    {
        var (start, change) = (_text.Length, mutants[0].Change);
        var (ask, then, otherwise, end) = change.IsStatement ? ("if(", "){", "}else{", "}") : ("(", "?(", "):(", "))");
        foreach (var mutant in mutants)
        {
            _text.Append(ask).Append(Switch).Append('(').Append(mutant.Number).Append(')').Append(then);
            var written = _text.Length;
            _text.Append(Applied(mutant.Change));
            _mutants.Add((TextSpan.FromBounds(written, _text.Length), mutant));
            _text.Append(otherwise);
        }

        Write(change.Host, inside);
        _text.Insert(_text.Length, end, mutants.Length);
        _hosts.Add((TextSpan.FromBounds(start, _text.Length), mutants));
    }

    private string Applied(Change change) =>
        string.Concat(_source.AsSpan(change.Host.Start, change.Place.Start - change.Host.Start), change.Text, _source.AsSpan(change.Place.End, change.Host.End - change.Place.End));
}
