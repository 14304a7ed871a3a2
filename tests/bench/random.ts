/** Pseudo-random numbers from one seed, the same on every computer. */
export type Random = {
  /** Uniform from `low` up to `high`. */
  between(low: number, high: number): number;
  /** Log-uniform: as often from 1 to 2 as from 10 to 20. */
  ratio(low: number, high: number): number;
  /** A log-normal factor with the standard deviation `sigma` of its logarithm; 1 on average. */
  factor(sigma: number): number;
  chance(share: number): boolean;
  pick<T>(values: readonly [T, ...T[]]): T;
};

/** mulberry32: small, fast, and good enough for simulated traces. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number) => low + (high - low) * next();
  return {
    between,
    ratio: (low, high) => low * (high / low) ** next(),
    factor: (sigma) => {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return Math.exp(sigma * normal - sigma ** 2 / 2);
    },
    chance: (share) => next() < share,
    pick: (values) => values[Math.floor(next() * values.length)] ?? values[0],
  };
}
