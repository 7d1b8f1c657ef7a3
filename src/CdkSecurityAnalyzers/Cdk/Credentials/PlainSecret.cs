using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Credentials;

/// <summary>A <c>SecretValue</c> made of a text that the program has: the template holds the text as it is.</summary>
internal static class PlainSecret
{
    /// <summary>The text behind a secret value: null for secrets that are stored elsewhere, and for other values.</summary>
    public static Binding? Of(World world, Value value) =>
        world.Resolve(value) switch
        {
            ObjectValue { Type: { } type, ConstructorArguments: { Length: > 0 } arguments } when CdkTypes.SecretValue.IsBaseOf(type) =>
                world.Resolve(arguments[0].Binding),
            CallValue { Method: { Name: "UnsafePlainText" or "PlainText" } method, Arguments: { Length: > 0 } arguments }
                when CdkTypes.SecretValue.Is(method.ContainingType) => world.Resolve(arguments[0].Binding),
            CallValue { Method: { Name: "FromUnsafePlaintext" } method, Arguments: { Length: > 0 } arguments }
                when CdkTypes.SecretStringValueBeta1.Is(method.ContainingType) => world.Resolve(arguments[0].Binding),
            CallValue { Receiver: { } receiver } call when ExposedText.IsUnwrapping(call) || call.Method.Name == "ToString" => Of(
                world,
                receiver.Value
            ),
            CallValue { Method: { Name: "AsString" } method, Arguments: { Length: > 0 } arguments }
                when CdkTypes.Token.Is(method.ContainingType) => Of(world, arguments[0].Value),
            _ => null,
        };
}
