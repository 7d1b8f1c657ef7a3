using System.Collections.Generic;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns.BuildSpecs;

/// <summary>A mapping in braces: <c>{ A: b, "c": "d" }</c>.</summary>
internal sealed class FlowMapping
{
    private const int DepthLimit = 16;

    private readonly List<KeyValuePair<string, object?>> entries = [];

    /// <summary>The entries whose value is a text.</summary>
    public IEnumerable<KeyValuePair<string, string>> Scalars =>
        from entry in entries
        let text = entry.Value as string
        where text is not null
        select new KeyValuePair<string, string>(entry.Key, text);

    /// <summary>The mapping under a key; null when there is none.</summary>
    public FlowMapping? Mapping(string key) => entries.FirstOrDefault(entry => entry.Key == key).Value as FlowMapping;

    /// <summary>The text under a key; null when there is none.</summary>
    public string? Scalar(string key) => entries.FirstOrDefault(entry => entry.Key == key).Value as string;

    /// <summary>The mappings in a text that is a list in brackets; none for other texts.</summary>
    public static IReadOnlyList<FlowMapping> ParseList(string text) => new Reader(text).ReadList();

    /// <summary>The mapping that a text is; null for other texts.</summary>
    public static FlowMapping? Parse(string text) => new Reader(text).Read();

    /// <summary>Goes through the text once; stops where it does not understand it.</summary>
    private sealed class Reader(string text)
    {
        private int position;

        public FlowMapping? Read()
        {
            SkipBlanks();
            return Is('{') ? ReadMapping(DepthLimit) : null;
        }

        public List<FlowMapping> ReadList()
        {
            var found = new List<FlowMapping>();
            SkipBlanks();
            if (!Is('['))
            {
                return found;
            }

            position++;
            for (SkipBlanks(); Is('{'); SkipBlanks())
            {
                found.Add(ReadMapping(DepthLimit));
                SkipBlanks();
                position += Is(',') ? 1 : 0;
            }

            return found;
        }

        private FlowMapping ReadMapping(int depth)
        {
            var mapping = new FlowMapping();
            position++;
            for (SkipBlanks(); position < text.Length && !Is('}'); SkipBlanks())
            {
                var before = position;
                var key = ReadScalar(isKey: true);
                SkipBlanks();
                if (Is(':'))
                {
                    position++;
                    mapping.entries.Add(new KeyValuePair<string, object?>(key, ReadValue(depth - 1)));
                    SkipBlanks();
                }

                if (Is(',') || position == before)
                {
                    position++;
                }
            }

            position++;
            return mapping;
        }

        private object? ReadValue(int depth)
        {
            SkipBlanks();
            if (depth > 0 && Is('{'))
            {
                return ReadMapping(depth);
            }

            if (Is('[') || Is('{'))
            {
                SkipNested();
                return null;
            }

            return ReadScalar(isKey: false);
        }

        private string ReadScalar(bool isKey)
        {
            var start = position;
            if (Is('"') || Is('\''))
            {
                var quote = text[position++];
                while (position < text.Length && text[position] != quote)
                {
                    position += text[position] == '\\' ? 2 : 1;
                }

                position = System.Math.Min(position, text.Length);
                var quoted = text.Substring(start + 1, position - start - 1);
                position++;
                return quoted;
            }

            while (position < text.Length && text[position] is not (',' or '}' or ']' or '\n') && !(isKey && text[position] == ':'))
            {
                position++;
            }

            return text.Substring(start, position - start).Trim();
        }

        private void SkipNested()
        {
            var depth = 0;
            do
            {
                if (Is('"') || Is('\''))
                {
                    ReadScalar(isKey: false);
                    continue;
                }

                depth +=
                    text[position] is '[' or '{' ? 1
                    : text[position] is ']' or '}' ? -1
                    : 0;
                position++;
            } while (depth > 0 && position < text.Length);
        }

        private void SkipBlanks()
        {
            while (position < text.Length && char.IsWhiteSpace(text[position]))
            {
                position++;
            }
        }

        private bool Is(char character) => position < text.Length && text[position] == character;
    }
}
