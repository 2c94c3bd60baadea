using System.Reflection;
using Akka.Actor;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Akka.Serialization.Json;

/// <summary>How messages are taken apart and put together: setters may be private, constructors have several parameters.</summary>
internal sealed class MessageContractResolver : DefaultContractResolver
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    // Without these a message would seem to arrive, with something missing or, worse, with something made up.
    private static readonly Type[] Untransportable =
    [
        typeof(Delegate), typeof(Task), typeof(WaitHandle), typeof(Stream), typeof(Thread), typeof(MemberInfo), typeof(IntPtr), typeof(UIntPtr),
        typeof(CancellationTokenSource), typeof(ActorSystem), typeof(IActorContext), typeof(ActorBase), typeof(LocalOnlyDecider),
    ];

    private readonly OpenValueConverter _open;
    private readonly JsonConverter[] _ofTypes;

    /// <param name="open">For what stands where the declared type tells little.</param>
    /// <param name="ofTypes">For types that are not taken apart; the first that fits.</param>
    public MessageContractResolver(OpenValueConverter open, params JsonConverter[] ofTypes)
    {
        _open = open;
        _ofTypes = ofTypes;
        IgnoreSerializableInterface = true;
        IgnoreSerializableAttribute = true;
    }

    protected override JsonContract CreateContract(Type objectType)
    {
        if (Array.Find(_ofTypes, one => one.CanConvert(objectType)) is { } converter) return new JsonObjectContract(objectType) { Converter = converter };
        if (Array.Find(Untransportable, type => type.IsAssignableFrom(objectType)) is { } kind)
        {
            throw new JsonSerializationException($"{objectType} cannot be serialized: it is a {kind.Name}.");
        }

        return base.CreateContract(objectType);
    }

    protected override JsonObjectContract CreateObjectContract(Type objectType)
    {
        var contract = base.CreateObjectContract(objectType);
        if (contract.OverrideCreator is not null || objectType.IsAbstract || objectType.IsInterface
            || (contract.DefaultCreator is not null && !contract.DefaultCreatorNonPublic && !objectType.IsValueType))
        {
            return contract;
        }

        var constructors = objectType.GetConstructors(Own).Where(one => one.GetParameters().Length > 0).ToArray();
        var fitting = constructors
            .Where(one => one.GetParameters().All(parameter => MemberFor(parameter, contract) is not null))
            .OrderByDescending(one => one.IsPublic).ThenByDescending(one => one.GetParameters().Length).FirstOrDefault();
        if (fitting is not null) Use(fitting, contract);
        else if (contract.DefaultCreator is null) throw NoConstructor(objectType, constructors, contract);
        return contract;
    }

    protected override JsonArrayContract CreateArrayContract(Type objectType)
    {
        var contract = base.CreateArrayContract(objectType);
        if (contract.CollectionItemType is { } item && OpenValueConverter.IsOpen(item)) contract.ItemConverter = _open;
        return contract;
    }

    protected override JsonDictionaryContract CreateDictionaryContract(Type objectType)
    {
        var contract = base.CreateDictionaryContract(objectType);

        // An immutable one exists only after its content, too late to be referred to from there.
        contract.IsReference = false;
        if (contract.DictionaryValueType is { } value && OpenValueConverter.IsOpen(value)) contract.ItemConverter = _open;
        return contract;
    }

    protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
    {
        var property = base.CreateProperty(member, memberSerialization);
        property.Writable |= member is PropertyInfo { SetMethod: not null };
        if (OpenValueConverter.IsOpen(property.PropertyType!)) property.Converter ??= _open;
        return property;
    }

    protected override JsonProperty CreatePropertyFromConstructorParameter(JsonProperty? matchingMemberProperty, ParameterInfo parameterInfo)
    {
        var property = base.CreatePropertyFromConstructorParameter(matchingMemberProperty, parameterInfo);
        if (OpenValueConverter.IsOpen(parameterInfo.ParameterType)) property.Converter ??= _open;
        return property;
    }

    private static JsonProperty? MemberFor(ParameterInfo parameter, JsonObjectContract contract) =>
        contract.Properties.GetClosestMatchProperty(parameter.Name!) is { Readable: true, Ignored: false } member
        && (parameter.ParameterType.IsAssignableFrom(member.PropertyType) || member.PropertyType!.IsAssignableFrom(parameter.ParameterType))
            ? member
            : null;

    private static JsonSerializationException NoConstructor(Type type, ConstructorInfo[] constructors, JsonObjectContract contract)
    {
        var missing = constructors.SelectMany(one => one.GetParameters()).FirstOrDefault(parameter => MemberFor(parameter, contract) is null);
        return new JsonSerializationException(missing is null
            ? $"{type} cannot be serialized: it has no constructor."
            : $"{type} cannot be serialized: nothing that can be read tells the parameter '{missing.Name}' of its constructor.");
    }

    private void Use(ConstructorInfo constructor, JsonObjectContract contract)
    {
        contract.OverrideCreator = arguments => constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null);
        contract.CreatorParameters.Clear();
        foreach (var parameter in CreateConstructorParameters(constructor, contract.Properties)) contract.CreatorParameters.Add(parameter);
    }
}
