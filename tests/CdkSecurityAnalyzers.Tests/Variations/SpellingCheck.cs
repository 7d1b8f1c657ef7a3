using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Variations;

/// <summary>Checks that a program keeps its verdict when it is spelled differently.</summary>
internal static class SpellingCheck
{
    /// <summary>One variation in some of the places that it fits, those with a finding before the others.</summary>
    /// <returns>How many places were tried.</returns>
    public static async Task<int> Each(VariedProgram program, Variation variation, int places)
    {
        var chosen = variation.Places(program).OrderBy(place => Rewriting.IsMarked(program, place.Node.Span) ? 0 : 1).ThenBy(place => place.Node.Span.Length).Take(places).ToArray();
        foreach (var place in chosen)
        {
            var failure = await place.In(program).Failure();
            Assert.True(failure is null, $"'{variation}' of {place.Node}:\n{failure}");
        }

        return chosen.Length;
    }

    /// <summary>A few pairs of variations, the same for the same program in every run.</summary>
    public static async Task Some(string source, ProgramOptions options, int pairs = 2)
    {
        var seed = source.Aggregate(17, (hash, character) => unchecked((hash * 31) + character));
        var random = new Random(seed);
        var program = await VariedProgram.Of(source, options);
        for (var pair = 0; pair < pairs; pair++)
        {
            await Two(program, random, $"seed {seed}, pair {pair}");
        }
    }

    /// <summary>Two variations, one after the other, in random places. When the result fails, either is tried alone first.</summary>
    public static async Task Two(VariedProgram program, Random random, string title)
    {
        if (Choose(program, random) is not { } first)
        {
            return;
        }

        var once = first.Place.In(program);
        var second = Choose(once, random) ?? first;
        if (await second.Place.In(once).Failure() is { } failure)
        {
            var alone = await once.Failure();
            Assert.Fail($"{title}: '{first.Variation}' of {first.Place.Node}{(alone is null ? $", and '{second.Variation}' of {second.Place.Node}:\n{failure}" : $":\n{alone}")}");
        }
    }

    /// <summary>A variation and a place that it fits; null when none fits the program anywhere.</summary>
    private static (Variation Variation, VariedPlace Place)? Choose(VariedProgram program, Random random)
    {
        foreach (var variation in Variation.All.OrderBy(_ => random.Next()).ToArray())
        {
            var places = variation.Places(program).ToArray();
            if (places.Length > 0)
            {
                return (variation, places[random.Next(places.Length)]);
            }
        }

        return null;
    }
}
