namespace AslTutorial.Web.Hosting;

/// <summary>
/// A line that takes turns among the groups of its members, then among the groups within each, as deep as they are named; first
/// come, first served within one. Not safe for threads: whoever has one locks.
/// </summary>
internal sealed class FairLine<T>
{
    private readonly Ring _ring = new();

    public int Count { get; private set; }

    /// <param name="turn">The group, and the groups within it; as many for every item.</param>
    public Place Add(IReadOnlyList<string> turn, T item)
    {
        var place = new Place(item);
        place.Node = turn.Aggregate(_ring, (ring, name) => ring.Of(name)).Items.AddLast(place);
        Count++;
        return place;
    }

    /// <summary>False where it has been taken already.</summary>
    public bool Remove(Place place)
    {
        if (place.Node?.List is not { } list)
        {
            return false;
        }

        list.Remove(place.Node);
        Count--;
        return true;
    }

    /// <summary>Takes the next that can be.</summary>
    /// <param name="can">Asked of each in turn until it says yes.</param>
    public bool TryTake(Func<T, bool> can, out T item)
    {
        if (_ring.Take(can) is { } place)
        {
            Count--;
            item = place.Item;
            return true;
        }

        item = default!;
        return false;
    }

    /// <summary>Somebody's place in the line.</summary>
    internal sealed class Place(T item)
    {
        public T Item { get; set; } = item;

        public LinkedListNode<Place>? Node { get; set; }
    }

    /// <summary>Takes turns among what is in it; the innermost rings have the items.</summary>
    private sealed class Ring
    {
        private readonly Dictionary<string, LinkedListNode<(string Name, Ring Ring)>> _byName = new(StringComparer.Ordinal);
        private readonly LinkedList<(string Name, Ring Ring)> _turns = new();

        public LinkedList<Place> Items { get; } = new();

        private bool IsEmpty => Items.Count == 0 && _turns.Count == 0;

        public Ring Of(string name)
        {
            if (!_byName.TryGetValue(name, out var node))
            {
                _byName[name] = node = _turns.AddLast((name, new Ring()));
            }

            return node.Value.Ring;
        }

        public Place? Take(Func<T, bool> can)
        {
            for (var node = Items.First; node is not null; node = node.Next)
            {
                if (can(node.Value.Item))
                {
                    Items.Remove(node);
                    return node.Value;
                }
            }

            for (var turn = _turns.First; turn is not null;)
            {
                var (name, ring) = turn.Value;
                var next = turn.Next;
                var taken = ring.Take(can);
                if (taken is not null || ring.IsEmpty)
                {
                    _turns.Remove(turn);
                    if (ring.IsEmpty)
                    {
                        _byName.Remove(name);
                    }
                    else
                    {
                        _turns.AddLast(turn);
                    }
                }

                if (taken is not null)
                {
                    return taken;
                }

                turn = next;
            }

            return null;
        }
    }
}
