using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace CdkSecurityAnalyzers.Evaluation.Library;

/// <summary>The format strings of <c>string.Format</c>, as far as an item has no alignment and no format of its own.</summary>
internal static class CompositeFormat
{
    /// <summary>The parts in order: known text with index -1, or an item's index. An item that cannot be read has an index past every argument.</summary>
    public static IEnumerable<(string Text, int Index)> Parse(string format)
    {
        var text = new StringBuilder();
        for (var position = 0; position < format.Length; position++)
        {
            var character = format[position];
            var isDoubled = position + 1 < format.Length && format[position + 1] == character;
            if (character is '{' or '}' && isDoubled)
            {
                text.Append(character);
                position++;
                continue;
            }

            if (character != '{')
            {
                text.Append(character);
                continue;
            }

            yield return (text.ToString(), -1);
            text.Clear();
            var end = format.IndexOf('}', position);
            var item = end < 0 ? string.Empty : format.Substring(position + 1, end - position - 1);
            yield return (
                string.Empty,
                int.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : int.MaxValue
            );
            if (end < 0)
            {
                yield break;
            }

            position = end;
        }

        yield return (text.ToString(), -1);
    }
}
