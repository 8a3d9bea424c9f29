using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Waymark.Architecture.Tests.Document;

/// <summary>The summaries of types and members, from the files that the compiler writes beside the assemblies.</summary>
internal sealed partial class XmlTexts
{
    private readonly Dictionary<Assembly, Dictionary<string, XElement>> _files = [];

    public string? Of(Type type) => Text(Find(type, "T:" + NameOf(type))?.Element("summary"));

    /// <summary>A member's own summary, or what its record says of the parameter that it was made from.</summary>
    public string? Of(PropertyInfo property)
    {
        var owner = property.DeclaringType!;
        return Text(Find(owner, $"P:{NameOf(owner)}.{property.Name}")?.Element("summary")) ?? OfParameter(owner, property.Name);
    }

    private string? OfParameter(Type owner, string name) =>
        Text(Find(owner, "T:" + NameOf(owner))?.Elements("param").FirstOrDefault(p => p.Attribute("name")?.Value == name));

    private XElement? Find(Type type, string name)
    {
        if (!_files.TryGetValue(type.Assembly, out var members))
        {
            var path = Path.ChangeExtension(type.Assembly.Location, ".xml");
            members = File.Exists(path)
                ? XDocument.Load(path).Descendants("member").ToDictionary(m => m.Attribute("name")!.Value, StringComparer.Ordinal)
                : [];
            _files.Add(type.Assembly, members);
        }

        return members.GetValueOrDefault(name);
    }

    private static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string? Text(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var text = new StringBuilder();
        foreach (var node in element.Nodes())
        {
            text.Append(node switch
            {
                XText plain => plain.Value,
                XElement { Name.LocalName: "see" } see => $"`{LastPart(see.Attribute("cref")!.Value)}`",
                XElement { Name.LocalName: "paramref" } named => $"`{JsonNamingPolicy.CamelCase.ConvertName(named.Attribute("name")!.Value)}`",
                XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
                XElement other => other.Value,
                _ => "",
            });
        }

        return Blanks().Replace(text.ToString(), " ").Trim();
    }

    private static string LastPart(string cref) => cref.Split('(')[0].Split(':')[^1].Split('.')[^1].Split('`')[0];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
