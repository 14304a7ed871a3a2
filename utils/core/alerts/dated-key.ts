import { sameChargeMs } from '../usage/auto-renew.ts';
import type { Card } from '../usage/card.ts';
import { lapsesAt } from '../usage/waiting-plans.ts';

/*
 * Keys of conditions that are about one date of a card: a charge, the end of the line, the last day to begin a plan,
 * the end of the day whose share is used. They hold the date, so that each is told once, whatever else becomes of the
 * card.
 */

/** With how many days before it is told, where it is told more than once. */
export type DatedName = 'charge' | 'line-end-7d' | 'line-end-1d' | 'unstarted-7d' | 'unstarted-1d' | 'budget';

const sameTimeMs = sameChargeMs;

/** The key as it is saved. */
export function datedKey(name: DatedName, at: number): string {
  return `${name}:${at}`;
}

export function isDatedKey(key: string): boolean {
  return /^(charge|budget|(line-end|unstarted)-[71]d):/.test(key);
}

/** The date that a key holds. */
export function dateOfKey(key: string): number {
  return Number(key.slice(key.indexOf(':') + 1));
}

/** The key under which the same date was alerted before, if the seller has since moved it a little; else `key`. */
export function matchingSentKey(key: string, sent: readonly string[]): string {
  if (!isDatedKey(key) || sent.includes(key)) return key;
  const isSame = (other: string) => nameOf(other) === nameOf(key) && isSameTime(dateOfKey(other), dateOfKey(key));
  return sent.find((other) => isDatedKey(other) && isSame(other)) ?? key;
}

/**
 * Its time is past and the card lists it no more. Both are required, so that a clock that was ahead for a while does
 * not repeat the alert. `now`: seller's clock.
 */
export function isDateOver(key: string, card: Card, now: number): boolean {
  const at = dateOfKey(key);
  return at + sameTimeMs <= now && !listedTimes(nameOf(key), card).some((listedAt) => isSameTime(listedAt, at));
}

function listedTimes(name: string, card: Card): number[] {
  const { plans, lineEndsAt = null } = card;
  if (name === 'budget') return [];
  if (name === 'charge') return plans.flatMap(({ autoRenew }) => autoRenew?.nextChargeAt ?? []);
  if (name.startsWith('unstarted')) return plans.flatMap((plan) => lapsesAt(plan) ?? []);
  return lineEndsAt === null ? [] : [lineEndsAt];
}

function isSameTime(a: number, b: number): boolean {
  return Math.abs(a - b) <= sameTimeMs;
}

function nameOf(key: string): string {
  return key.slice(0, key.indexOf(':'));
}
