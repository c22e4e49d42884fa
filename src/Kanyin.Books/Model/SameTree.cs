using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Kanyin.Books.Diagnostics;

namespace Kanyin.Books.Model;

/// <summary>
/// Whether two values hold the same, down to the last leaf: what == does not tell of records, since it takes their arrays for the
/// same only when they are one array. What it does not know counts as different.
/// </summary>
public static class SameTree
{
    private static readonly ConcurrentDictionary<Type, FieldInfo[]?> Fields = new();

    public static bool Of(object? a, object? b)
    {
        if (ReferenceEquals(a, b))
        {
            return true;
        }

        if (a is null || b is null || a.GetType() != b.GetType())
        {
            return false;
        }

        return a switch
        {
            string or Enum or DateOnly => a.Equals(b),
            SourceFile file => file.Path == ((SourceFile)b).Path && file.Text == ((SourceFile)b).Text,
            _ when a.GetType().IsPrimitive => a.Equals(b),
            IDictionary => false,
            IList list => AreSame(list, (IList)b),
            _ when IsDerived(a.GetType()) => true,
            _ => Fields.GetOrAdd(a.GetType(), FieldsOf) is { } fields && fields.All(f => Of(f.GetValue(a), f.GetValue(b))),
        };
    }

    private static bool AreSame(IList a, IList b)
    {
        if (IsDefault(a) || IsDefault(b))
        {
            return IsDefault(a) == IsDefault(b);
        }

        var isSame = a.Count == b.Count;
        for (var i = 0; isSame && i < a.Count; i++)
        {
            isSame = Of(a[i], b[i]);
        }

        return isSame;
    }

    /// <summary>An ImmutableArray that was never made has no count.</summary>
    private static bool IsDefault(IList list) => list is IStructuralEquatable && list.GetType().GetProperty("IsDefault")?.GetValue(list) is true;

    /// <summary>Worked out from the rest when it is asked for.</summary>
    private static bool IsDerived(Type type) => type.IsAssignableTo(typeof(Delegate)) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Lazy<>));

    /// <summary>Of a record, with those of the records it derives from; null for what is none.</summary>
    private static FieldInfo[]? FieldsOf(Type type)
    {
        if (type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is null)
        {
            return null;
        }

        var fields = new List<FieldInfo>();
        for (var t = type; t is not null && t != typeof(object) && t != typeof(ValueType); t = t.BaseType)
        {
            fields.AddRange(t.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly));
        }

        return [.. fields];
    }
}
