import { type DayTraffic, dayOf, noTraffic, trafficOf } from '../../core/traffic/day-traffic.ts';
import { connectionLifeMs, type Exchange, exchangeBytes } from '../../core/traffic/exchange-bytes.ts';
import { isHotspotOrigin, isLoopback } from '../../core/values/urls.ts';

/*
 * What requests took of the card's data, until it is saved with a write that is made anyway. What was counted after the
 * last one is lost with the worker: a few kilobytes a day, as of an order that is polled while nothing changes.
 */

let unsaved = noTraffic;
/** By origin. A worker that starts soon after the last one has ended knows of no connection that is still open. */
const lastUsedAt = new Map<string, number>();

export function countTraffic(bytes: number): void {
  const day = dayOf(Date.now());
  unsaved = trafficOf(day, [unsaved, { day, bytes }]);
}

/** Counts a request that has ended, as far as it got. */
export function countExchange(exchange: Omit<Exchange, 'isNewConnection'>): void {
  const { origin, hostname } = new URL(exchange.url);
  if (isHotspotOrigin(origin) && !isLoopback(hostname)) return;
  const now = Date.now();
  const sinceMs = now - (lastUsedAt.get(origin) ?? Number.NEGATIVE_INFINITY);
  lastUsedAt.set(origin, now);
  countTraffic(exchangeBytes({ ...exchange, isNewConnection: sinceMs < 0 || sinceMs > connectionLifeMs }));
}

/** Takes what is to be saved: from now on it is the caller's. */
export function takeTraffic(): DayTraffic {
  const taken = unsaved;
  unsaved = noTraffic;
  return taken;
}

/** Gives back what could not be saved. */
export function returnTraffic(taken: DayTraffic): void {
  const day = dayOf(Date.now());
  unsaved = trafficOf(day, [unsaved, taken]);
}
