using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Credentials;

/// <summary>Finds the texts of a buildspec that the program gives as nested dictionaries.</summary>
internal sealed class BuildSpecWalk(World world, ExposureWalk values)
{
    private const int DepthLimit = 8;

    /// <summary>Reads the argument of <c>BuildSpec.FromObject(…)</c>.</summary>
    public void Read(CallValue call)
    {
        if (call.Arguments.Length > 0)
        {
            Read(call.Arguments[0].Binding, path: string.Empty, DepthLimit);
        }
    }

    private void Read(Binding binding, string path, int depth)
    {
        var resolved = world.Resolve(binding);
        switch (resolved.Value)
        {
            case var _ when depth == 0:
                break;
            case DictionaryValue dictionary:
                foreach (var entry in world.Entries(dictionary).Entries)
                {
                    ReadEntry(entry, dictionary, path, depth);
                }

                break;
            case SequenceValue sequence:
                foreach (var element in world.Elements(sequence).Elements)
                {
                    Read(element, path, depth - 1);
                }

                break;
            default:
                values.Add(ExposureWalk.TextOf(ExposureKind.BuildSpec, resolved, name: null, owner: null));
                break;
        }
    }

    private void ReadEntry(Entry entry, DictionaryValue owner, string path, int depth)
    {
        var key = (world.Resolve(entry.Key.Value) as ConstantValue)?.Text;
        if (path == "/env/variables" && entry.Value.Value is not (DictionaryValue or SequenceValue))
        {
            values.Add(ExposureWalk.TextOf(ExposureKind.BuildSpec, entry.Value, key, owner.Site) with { IsPlain = true });
        }
        else
        {
            Read(entry.Value, path + "/" + key, depth - 1);
        }
    }
}
