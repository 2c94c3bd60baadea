using System.Linq.Expressions;
using System.Reflection;

namespace Akka.Actor;

/// <summary>How an actor instance comes about.</summary>
internal abstract class ActorFactory
{
    public abstract ActorBase New();

    public virtual void Release(ActorBase actor)
    {
    }
}

/// <summary>Calls a constructor that is chosen by the arguments, each time.</summary>
internal sealed class ReflectionFactory(Type type, object?[] arguments) : ActorFactory
{
    public override ActorBase New()
    {
        try
        {
            return (ActorBase)Activator.CreateInstance(
                type, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.OptionalParamBinding,
                null, arguments, null)!;
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            // The actor's own exception decides what its supervisor does, not the wrapper of reflection.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerException);
            throw;
        }
        catch (MissingMethodException e)
        {
            throw new TypeLoadException(
                $"Error while creating actor instance of type {type} with {arguments.Length} args: "
                + $"({string.Join(",", arguments.Select(a => a?.GetType().Name ?? "null"))})", e);
        }
    }
}

/// <summary>Runs a <c>new</c> expression: by its constructor at first, compiled once it is used often.</summary>
internal sealed class ExpressionFactory(NewExpression creation) : ActorFactory
{
    private const int CompileAfter = 16;
    private object?[]? _arguments;
    private Func<ActorBase>? _compiled;
    private int _uses;

    // Several actors may be made at once: all must get the same values, though more than one set may be evaluated.
    public object?[] Arguments => Volatile.Read(ref _arguments) ?? Evaluated();

    public override ActorBase New()
    {
        if (_compiled is not null) return _compiled();
        if (++_uses > CompileAfter)
        {
            _compiled = Compile();
            return _compiled();
        }

        try
        {
            return creation.Constructor is null
                ? (ActorBase)Activator.CreateInstance(creation.Type)!
                : (ActorBase)creation.Constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, Arguments, null);
        }
        catch (MissingMethodException e)
        {
            throw new TypeLoadException($"Error while creating actor instance of type {creation.Type}", e);
        }
    }

    private object?[] Evaluated()
    {
        object?[] values = [.. creation.Arguments.Select(Evaluate)];
        return Interlocked.CompareExchange(ref _arguments, values, null) ?? values;
    }

    private static object? Evaluate(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo field } member =>
            field.GetValue(member.Expression is null ? null : Evaluate(member.Expression)),
        UnaryExpression { NodeType: ExpressionType.Convert, Method: null, Operand: var inner } convert
            when !convert.Type.IsValueType => Evaluate(inner),
        // Not interpreted: a lambda among the arguments is called later and must be real code (atomic operations on captures).
        _ => Expression.Lambda(expression).Compile().DynamicInvoke(),
    };

    private Func<ActorBase> Compile()
    {
        // The arguments are evaluated once, as Props are a recipe with fixed values.
        var arguments = Expression.Constant(Arguments);
        var parameters = creation.Constructor?.GetParameters() ?? [];
        var values = parameters.Select((p, i) =>
            Expression.Convert(Expression.ArrayIndex(arguments, Expression.Constant(i)), p.ParameterType));
        var body = creation.Constructor is null ? Expression.New(creation.Type) : Expression.New(creation.Constructor, values);
        return Expression.Lambda<Func<ActorBase>>(body).Compile();
    }
}

/// <summary>Leaves the making to a producer.</summary>
internal sealed class ProducerFactory(IIndirectActorProducer producer) : ActorFactory
{
    public override ActorBase New() => producer.Produce();

    public override void Release(ActorBase actor) => producer.Release(actor);
}
