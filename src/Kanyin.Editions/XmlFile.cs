using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Kanyin.Editions;

/// <summary>A tree as the bytes of an XML file: UTF-8, no byte order mark, the same on every machine.</summary>
internal static class XmlFile
{
    public static byte[] ToBytes(XElement root, bool indent = true)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineChars = "\n", Indent = indent, IndentChars = " " }))
        {
            root.WriteTo(xml);
        }

        return buffer.ToArray();
    }
}
