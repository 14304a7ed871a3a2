import * as v from 'valibot';
import type { TrafficCategory } from '../../core/usage/card.ts';
import * as wire from './wire-schemas.ts';

/** Words of the wire in our spelling: `NEWLY_ACTIVE` → `newly-active`. */
type Kebab<T extends string> = T extends `${infer A}_${infer B}` ? `${Lowercase<A>}-${Kebab<B>}` : Lowercase<T>;

export function fromWireWord<T extends string>(word: T): Kebab<T> {
  return word.toLowerCase().replaceAll('_', '-') as Kebab<T>;
}

const categoryWords = ['GENERIC', 'VIDEO', 'MUSIC', 'GAMING', 'SOCIAL', 'MESSAGING'] as const;

/** Absent: generic. Words we do not know stand for generic too, as the contract's default. */
export function categoriesOf(list: unknown[] | null | undefined): TrafficCategory[] {
  if (!list || list.length === 0) return ['generic'];
  return [...new Set(list.map((word) => fromWireWord(categoryWords.find((known) => known === word) ?? 'GENERIC')))];
}

export function textsOf(list: unknown[] | null | undefined): string[] {
  return (list ?? []).filter((entry) => typeof entry === 'string');
}

/** 0 stands for "no rate told". */
export function rateOf(kbps: number | null | undefined): number | null {
  return finiteOrNull(kbps) || null;
}

export function finiteOrNull(value: number | null | undefined): number | null {
  return value !== null && value !== undefined && Number.isFinite(value) ? value : null;
}

export function idOf(entry: unknown, name: string, position: number): string {
  const id = typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>)[name] : undefined;
  return v.is(wire.id, id) ? id : `?${position}`;
}
