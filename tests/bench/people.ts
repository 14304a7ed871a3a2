import type { Random } from './random.ts';

/* Six kinds of people, in equal parts. How one of a kind uses data is drawn once for each: nobody is the average. */

export const kinds = ['steady', 'bursty', 'weekly', 'tethering', 'sleeping', 'changing'] as const;
export type Kind = (typeof kinds)[number];

/** `hours`: bytes used in each hour, without end. `meanBytes`: about how much on a day, to choose a fitting quota. */
export type Person = { meanBytes: number; hours: Generator<number, never> };

/** Bytes of one day; asked for day after day. Day 0 is a Monday. */
type DayUse = (day: number) => number;

const habits: Record<Kind, (mean: number, random: Random) => DayUse> = {
  /** Every day about the same. */
  steady: (mean, random) => {
    const sigma = random.between(0.1, 0.35);
    return () => mean * random.factor(sigma);
  },

  /** Most days nothing, on some a lot; what a day is, the next is a little more likely too. */
  bursty: (mean, random) => {
    const share = random.between(0.12, 0.4);
    const clinging = random.between(0, 0.35);
    const sigma = random.between(0.3, 0.8);
    let isBusy = random.chance(share);
    return () => {
      if (!random.chance(clinging)) isBusy = random.chance(share);
      return isBusy ? (mean / share) * random.factor(sigma) : 0;
    };
  },

  /** Two paces, one from Monday to Friday and one at the weekend, either the higher one. */
  weekly: (mean, random) => {
    const weekend = random.pick([random.ratio(2, 6), 1 / random.ratio(2, 10)]);
    const unit = (mean * 7) / (5 + 2 * weekend);
    const sigma = random.between(0.15, 0.4);
    return (day) => unit * (day % 7 >= 5 ? weekend : 1) * random.factor(sigma);
  },

  /** A steady base, and on some days a few hours that use as much as many days. */
  tethering: (mean, random) => {
    const base = random.between(0.35, 0.75);
    const perDay = random.ratio(1 / 14, 1 / 3);
    const sigma = random.between(0.15, 0.35);
    return () => {
      const spike = random.chance(perDay) ? (mean * (1 - base) * random.factor(0.5)) / perDay : 0;
      return mean * base * random.factor(sigma) + spike;
    };
  },

  /** Steady, but most of them stop for days, every two weeks or so. Their computers sleep long (see traces.ts). */
  sleeping: (mean, random) => {
    const starts = random.chance(0.7) ? 1 / random.between(10, 25) : 0;
    const length = random.between(2, 7);
    const sigma = random.between(0.15, 0.35);
    let pause = 0;
    return () => {
      if (pause > 0) pause -= 1;
      else if (random.chance(starts)) pause = Math.round(length * random.between(0.5, 1.5));
      return pause > 0 ? 0 : mean * random.factor(sigma);
    };
  },

  /** A pace that changes over the weeks: half of them drift, half of them settle anew every ten to thirty days. */
  changing: (mean, random) => {
    const sigma = random.between(0.15, 0.4);
    const drift = random.between(0.04, 0.1);
    const isDrifting = random.chance(0.5);
    const settled = random.between(10, 30);
    let pace = random.factor(0.5);
    return () => {
      if (isDrifting) pace = pace ** 0.98 * random.factor(drift);
      else if (random.chance(1 / settled)) pace = random.factor(0.6);
      return mean * pace * random.factor(sigma);
    };
  },
};

export function personOf(kind: Kind, random: Random): Person {
  const meanBytes = random.ratio(30e6, 3e9);
  return { meanBytes, hours: hoursOf(habits[kind](meanBytes, random), kind, random) };
}

/** The days' bytes, hour by hour: nothing in the night, more towards the evening, and every hour another. */
function* hoursOf(dayUse: DayUse, kind: Kind, random: Random): Generator<number, never> {
  const wakes = random.between(5.5, 9.5);
  const peak = random.between(wakes + 6, 22);
  const sigma = random.between(0.5, 1.2);
  const shape = Array.from({ length: 24 }, (_, hour) =>
    hour < wakes ? (hour === 0 ? 0.3 : 0) : 0.3 + Math.exp(-(((hour - peak) / 4) ** 2)),
  );
  for (let day = 0; ; day += 1) {
    // Where heavy use comes in a few hours, they are drawn for each day.
    const spread = kind === 'tethering' || kind === 'bursty' ? sigma * 1.5 : sigma;
    const weights = shape.map((weight) => weight * random.factor(spread));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const bytes = dayUse(day);
    for (const weight of weights) yield (bytes * weight) / total;
  }
}
