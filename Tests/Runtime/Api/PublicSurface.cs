using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Sim.Tests.Runtime.Api;

/// <summary>
/// The public and protected surface of an assembly, one member a line under its type, in a notation that leaves out what a
/// caller does not see: bodies, attributes, explicit implementations, overridden members of object.
/// </summary>
public static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] OfObject =
        ["Equals", "GetHashCode", "ToString", "Finalize", "Deconstruct", "PrintMembers", "<Clone>$", "EqualityContract"];

    /// <summary>All lines: "TYPE" or "TYPE | MEMBER", where TYPE is the full name.</summary>
    public static IEnumerable<string> Of(Assembly assembly)
    {
        foreach (var type in assembly.GetTypes().Where(IsVisible).OrderBy(NameOf, StringComparer.Ordinal))
        {
            yield return NameOf(type);
            foreach (var member in MembersOf(type).Order(StringComparer.Ordinal))
                yield return $"{NameOf(type)} | {member}";
        }
    }

    private static bool IsVisible(Type type) =>
        type.IsNested ? (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsVisible(type.DeclaringType!) : type.IsPublic;

    /// <summary>The full name of a type, with its own parameters.</summary>
    public static string NameOf(Type type)
    {
        var name = Plain(type.Name);
        if (type.IsGenericTypeDefinition)
        {
            var own = type.GetGenericArguments();
            var outer = type.DeclaringType?.GetGenericArguments().Length ?? 0;
            if (own.Length > outer)
                name += $"<{string.Join(", ", own.Skip(outer).Select(a => a.Name))}>";
        }

        return type.DeclaringType is { } declaring ? $"{NameOf(declaring)}.{name}" : $"{type.Namespace}.{name}";
    }

    private static IEnumerable<string> MembersOf(Type type)
    {
        if (type.IsEnum)
            return [string.Join(", ", Enum.GetNames(type))];
        if (type.IsSubclassOf(typeof(MulticastDelegate)))
            return [Signature(type.GetMethod("Invoke")!)];
        return type.GetConstructors(Declared).Where(Shown).Select(Signature)
            .Concat(type.GetFields(Declared).Where(Shown).Select(field => $"{Modifiers(field)}{Show(field.FieldType)} {field.Name}"))
            .Concat(type.GetProperties(Declared).Where(Shown).Select(Signature))
            .Concat(type.GetEvents(Declared).Where(one => IsSeen(one.AddMethod!)).Select(one => $"event {Show(one.EventHandlerType!)} {one.Name}"))
            .Concat(type.GetMethods(Declared).Where(Shown).Select(Signature));
    }

    private static bool Shown(FieldInfo field) => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly;

    private static bool Shown(PropertyInfo property) =>
        !OfObject.Contains(property.Name) && property.GetAccessors(nonPublic: true).Any(IsSeen) && !property.Name.Contains('.');

    private static bool Shown(MethodBase method) =>
        IsSeen(method)
        && !(method.IsSpecialName && method is MethodInfo)
        && !OfObject.Contains(method.Name) && !method.Name.Contains('<') && !(method is MethodInfo && method.Name.Contains('.'))
        && !(method is ConstructorInfo && method.IsStatic);

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Signature(MethodBase method)
    {
        if (method is ConstructorInfo)
            return $"{Modifiers(method)}new({Parameters(method)})";
        var info = (MethodInfo)method;
        var generic = info.IsGenericMethodDefinition ? $"<{string.Join(", ", info.GetGenericArguments().Select(a => a.Name))}>" : "";
        return $"{Modifiers(method)}{Show(info.ReturnType)} {info.Name}{generic}({Parameters(method)})";
    }

    private static string Signature(PropertyInfo property)
    {
        var get = property.GetMethod;
        var set = property.SetMethod;
        var modifiers = Modifiers(get ?? set!);
        var accessors = (Visible(get) ? "get; " : "") + (Visible(set) ? "set; " : "");
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"{property.Name}[{string.Join(", ", index.Select(Show))}]";
        return $"{modifiers}{Show(property.PropertyType)} {name} {{ {accessors}}}";

        static bool Visible(MethodInfo? accessor) =>
            accessor is not null && (accessor.IsPublic || accessor.IsFamily || accessor.IsFamilyOrAssembly);
    }

    private static string Modifiers(FieldInfo field) => (field.IsPublic ? "" : "protected ") + (field.IsStatic ? "static " : "");

    // What a caller can tell: virtual, override and sealed are left out, since code that compiles against one does against the other.
    private static string Modifiers(MethodBase method) =>
        (method.IsPublic ? "" : "protected ") + (method.IsStatic ? "static " : "")
        + (method.IsAbstract && !method.DeclaringType!.IsInterface ? "abstract " : "");

    private static string Parameters(MethodBase method)
    {
        var prefix = method.IsDefined(typeof(ExtensionAttribute), inherit: false) ? "this " : "";
        return prefix + string.Join(", ", method.GetParameters().Select(Show));
    }

    private static string Show(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        var text = type.IsByRef ? (parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ") + Show(type.GetElementType()!) : Show(type);
        if (parameter.IsDefined(typeof(ParamArrayAttribute)))
            text = "params " + text;
        text += " " + parameter.Name;
        return parameter.HasDefaultValue ? $"{text} = {parameter.DefaultValue ?? "default"}" : text;
    }

    private static string Show(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Show(underlying) + "?";
        if (type.IsArray)
            return Show(type.GetElementType()!) + "[]";
        if (type.IsGenericParameter)
            return type.Name;
        var simple = type.FullName switch
        {
            "System.Void" => "void",
            "System.Object" => "object",
            "System.String" => "string",
            "System.Boolean" => "bool",
            "System.Int32" => "int",
            "System.Int64" => "long",
            "System.Double" => "double",
            _ => null,
        };
        if (simple is not null)
            return simple;
        var name = Plain(type.Name);
        if (type.IsGenericType)
        {
            var outer = type.DeclaringType?.GetGenericArguments().Length ?? 0;
            var own = type.GetGenericArguments().Skip(outer).ToArray();
            if (own.Length > 0)
                name += $"<{string.Join(", ", own.Select(Show))}>";
        }

        return type.IsNested ? $"{Show(type.DeclaringType!)}.{name}" : name;
    }

    private static string Plain(string name) => name.IndexOf('`') is var tick and >= 0 ? name[..tick] : name;
}
