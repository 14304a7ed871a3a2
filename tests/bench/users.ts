import type { Random } from './random.ts';

/* Six kinds of simulated users, in equal parts. The parameters of each user are drawn at random. */

export const kinds = ['steady', 'bursty', 'weekly', 'tethering', 'sleeping', 'changing'] as const;
export type Kind = (typeof kinds)[number];

/** `hours`: bytes used in each hour, an endless sequence. `meanBytes`: about the daily mean, for choosing a quota. */
export type SimulatedUser = { meanBytes: number; hours: Generator<number, never> };

/** Bytes of one day; called for consecutive days. Day 0 is a Monday. */
type DayUse = (day: number) => number;

const habits: Record<Kind, (mean: number, random: Random) => DayUse> = {
  /** About the same every day. */
  steady: (mean, random) => {
    const sigma = random.between(0.1, 0.35);
    return () => mean * random.factor(sigma);
  },

  /** Nothing on most days, much on some; both tend to persist to the next day. */
  bursty: (mean, random) => {
    const share = random.between(0.12, 0.4);
    const persistence = random.between(0, 0.35);
    const sigma = random.between(0.3, 0.8);
    let isBusy = random.chance(share);
    return () => {
      if (!random.chance(persistence)) isBusy = random.chance(share);
      return isBusy ? (mean / share) * random.factor(sigma) : 0;
    };
  },

  /** Two rates, one from Monday to Friday and one at the weekend; either may be the higher. */
  weekly: (mean, random) => {
    const weekend = random.pick([random.ratio(2, 6), 1 / random.ratio(2, 10)]);
    const unit = (mean * 7) / (5 + 2 * weekend);
    const sigma = random.between(0.15, 0.4);
    return (day) => unit * (day % 7 >= 5 ? weekend : 1) * random.factor(sigma);
  },

  /** A steady base, and on some days a few hours with the usage of many days. */
  tethering: (mean, random) => {
    const base = random.between(0.35, 0.75);
    const perDay = random.ratio(1 / 14, 1 / 3);
    const sigma = random.between(0.15, 0.35);
    return () => {
      const spike = random.chance(perDay) ? (mean * (1 - base) * random.factor(0.5)) / perDay : 0;
      return mean * base * random.factor(sigma) + spike;
    };
  },

  /**
   * Steady, but most of these users pause for days, about every two weeks. Their computers sleep long (see traces.ts).
   */
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

  /** A rate that changes over weeks: for half of these users it drifts, for half it jumps every ten to thirty days. */
  changing: (mean, random) => {
    const sigma = random.between(0.15, 0.4);
    const drift = random.between(0.04, 0.1);
    const isDrifting = random.chance(0.5);
    const jumpEveryDays = random.between(10, 30);
    let rate = random.factor(0.5);
    return () => {
      if (isDrifting) rate = rate ** 0.98 * random.factor(drift);
      else if (random.chance(1 / jumpEveryDays)) rate = random.factor(0.6);
      return mean * rate * random.factor(sigma);
    };
  },
};

export function createUser(kind: Kind, random: Random): SimulatedUser {
  const meanBytes = random.ratio(30e6, 3e9);
  return { meanBytes, hours: hoursOf(habits[kind](meanBytes, random), kind, random) };
}

/** The usage of the days hour by hour: nothing at night, more towards the evening, with random variation. */
function* hoursOf(dayUse: DayUse, kind: Kind, random: Random): Generator<number, never> {
  const wakeHour = random.between(5.5, 9.5);
  const peakHour = random.between(wakeHour + 6, 22);
  const sigma = random.between(0.5, 1.2);
  const shape = Array.from({ length: 24 }, (_, hour) =>
    hour < wakeHour ? (hour === 0 ? 0.3 : 0) : 0.3 + Math.exp(-(((hour - peakHour) / 4) ** 2)),
  );
  for (let day = 0; ; day += 1) {
    // For kinds whose heavy usage falls in a few hours, the hours vary more.
    const spread = kind === 'tethering' || kind === 'bursty' ? sigma * 1.5 : sigma;
    const weights = shape.map((weight) => weight * random.factor(spread));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const bytes = dayUse(day);
    for (const weight of weights) yield (bytes * weight) / total;
  }
}
