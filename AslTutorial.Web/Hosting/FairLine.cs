namespace AslTutorial.Web.Hosting;

/// <summary>
/// A fair queue: takes turns between groups, then between the groups inside each, at any depth; first come, first served in the
/// innermost. Not thread-safe: the owner locks.
/// </summary>
internal sealed class FairLine<T>
{
    private readonly Ring _ring = new();

    public int Count { get; private set; }

    /// <param name="turn">The group, then the groups inside it; the same depth for every item.</param>
    public Place Add(IReadOnlyList<string> turn, T item)
    {
        var place = new Place(item);
        place.Node = turn.Aggregate(_ring, (ring, name) => ring.Of(name)).Items.AddLast(place);
        Count++;
        return place;
    }

    /// <summary>False if it was taken already.</summary>
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

    /// <summary>Takes the next suitable item.</summary>
    /// <param name="can">Called for each item in turn until it returns true.</param>
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

    /// <summary>An item's place in the line, for <see cref="Remove"/>.</summary>
    internal sealed class Place(T item)
    {
        public T Item { get; set; } = item;

        public LinkedListNode<Place>? Node { get; set; }
    }

    /// <summary>One level of groups that take turns; only the innermost has items.</summary>
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
