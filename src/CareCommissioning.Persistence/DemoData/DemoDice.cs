namespace CareCommissioning.Persistence.DemoData;

/// <summary>Draws that are the same for the same seed, on every machine and version of .NET. For invented data only.</summary>
/// <remarks>SplitMix64: Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014.</remarks>
internal sealed class DemoDice(int seed)
{
    private const double Range53 = 1UL << 53;

    private ulong _state = (ulong)seed;

    /// <summary>0 ≤ draw &lt; 1.</summary>
    public double NextDouble()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return ((mixed ^ (mixed >> 31)) >> 11) / Range53;
        }
    }

    /// <summary>0 ≤ draw &lt; <paramref name="below"/>.</summary>
    public int Next(int below) => (int)(NextDouble() * below);

    /// <summary><paramref name="from"/> ≤ draw &lt; <paramref name="below"/>.</summary>
    public int Next(int from, int below) => from + Next(below - from);
}
