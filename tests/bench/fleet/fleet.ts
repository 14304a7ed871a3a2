import { randomFrom } from '../random.ts';
import { awaitedShare } from './crowd.ts';
import { busiest, type Kind, type Measured, meanRequests, measure, quantile, type Size } from './measure.ts';
import { adaptiveKind, fixedKind } from './paces.ts';
import { type Scene, scenes } from './scenes.ts';

/*
 * What a seller gets from a million clients: the peaks of their requests in ten seconds, as ratios to the mean of clients
 * that ask every 15 minutes.
 */

/**
 * The worst of its kind each, of all clients; `fixed`: of those with the fixed interval, whenever. `excess`: how many
 * more requests the adaptive ones make in the busiest 15 minutes of a scene. `cost`: so many paces, at most, the figure
 * of 95 in 100 clients is later by jitter and spreading.
 */
export type Judged = {
  onset: number;
  recovery: number;
  dated: number;
  later: number;
  people: number;
  fixed: number;
  excess: number;
  cost: number;
};

type Result = { scene: Scene; fixed: Measured; adaptive: Measured };

const published: Size = { groups: 2, clientsInGroup: 100_000 };
const people = 1_000_000;
/** In paces; the twentieth is the jitter of the turn that was waited for. */
const mostCost = 1.05;

export function judge(results: readonly Result[]): Judged {
  const worst = (isOf: (scene: Scene) => boolean, peakOf: (measured: Measured) => number) =>
    Math.max(...results.filter(({ scene }) => isOf(scene)).flatMap((one) => [peakOf(one.fixed), peakOf(one.adaptive)]));
  const isOfSeller = ({ by }: Scene) => by !== 'people';
  const isDated = (scene: Scene) => scene.isDated === true;
  const hourAfter = ({ after, rest }: Measured) => Math.max(after, rest);
  const whenever = ({ during, after, rest, later }: Measured) => Math.max(during, after, rest, later);
  const all = () => true;
  return {
    onset: worst(isOfSeller, ({ during }) => during),
    recovery: worst((scene) => isOfSeller(scene) && !isDated(scene), hourAfter),
    dated: worst(isDated, hourAfter),
    later: worst(all, ({ later }) => later),
    people: worst(({ by }) => by === 'people', whenever),
    fixed: Math.max(...results.map(({ fixed }) => whenever(fixed))),
    excess: Math.max(...results.map(({ fixed, adaptive }) => busiest(adaptive.ratios) - busiest(fixed.ratios))),
    cost: worst(all, ({ delays }) => quantile(delays, 0.95) ?? 0),
  };
}

/** A line for each scene and kind of clients, as they come, and the results. */
export function resultsFor(
  seed: number,
  size: Size,
  onLine: (line: string) => void,
  adaptive: Kind = adaptiveKind(seed),
): Result[] {
  const random = randomFrom(seed);
  return scenes.map((scene) => {
    const result = {
      scene,
      fixed: measure(scene, fixedKind, size, random),
      adaptive: measure(scene, adaptive, size, random),
    };
    onLine(lineOf(scene.name, 'fixed', result.fixed));
    onLine(lineOf('', adaptive.name, result.adaptive));
    return result;
  });
}

/** Prints a line for each scene and kind of clients; returns whether the seller is spared. */
export function benchFleet(seed: number): boolean {
  const clients = published.groups * published.clientsInGroup;
  const noise = 100 / Math.sqrt(meanRequests(published));
  console.log(`seed ${seed}: ${clients} clients of weight ${people / clients}; requests in 10 seconds ÷ the mean of`);
  console.log(`fixed 15 min clients; chance alone makes ± ${noise.toFixed(1)} % of that (one standard deviation).`);
  console.log(`Where a pause ends, somebody waits for the answer of ${1000 * awaitedShare} client in 1000.\n`);
  console.log('                                       peak:                            figure back     of that by');
  console.log('                                       while it 15 min  rest of hour    after, in paces spreading');
  console.log('scene                         clients  lasts    after   an hour later   50 %    95 %    50 %    95 %');
  const judged = judge(resultsFor(seed, published, console.log));
  console.log(`\nin the busiest 15 minutes of a scene, adaptive − fixed: ${judged.excess.toFixed(2)} at most;`);
  console.log(`by spreading, the figure of 95 in 100 clients is back ${judged.cost.toFixed(2)} paces later, at most.`);
  const names = ['onset', 'recovery', 'dated', 'later', 'people', 'fixed'] as const;
  console.log(`\n${names.map((name) => `${name}=${judged[name].toFixed(2)}`).join(' ')}`);
  const { onset, recovery, dated, later, people: made, excess, cost } = judged;
  const isCalm = onset <= 1.1 && Math.max(recovery, dated) <= 1.5 && later <= 1.2 && made <= 3.2;
  return isCalm && excess <= 0 && cost <= mostCost;
}

function lineOf(scene: string, clients: string, measured: Measured): string {
  const { during, after, rest, later, waits, delays } = measured;
  const costs = [waits, delays].flatMap((all) => [quantile(all, 0.5), quantile(all, 0.95)]);
  const columns = [during, after, rest, later, ...costs].map((value) => (value === null ? '' : value.toFixed(2)));
  return [scene.padEnd(30), clients.padEnd(9), ...columns.map((text) => text.padEnd(8))].join('').trimEnd();
}
