import * as v from 'valibot';
import type { TrafficCategory } from '../../core/usage/card.ts';
import { listLimits } from '../adapter/wire-lists.ts';
import { text } from '../adapter/wire-parts.ts';
import * as wire from './wire-schemas.ts';

/** The wire's enum values in our spelling: `NEWLY_ACTIVE` → `newly-active`. */
type Kebab<T extends string> = T extends `${infer A}_${infer B}` ? `${Lowercase<A>}-${Kebab<B>}` : Lowercase<T>;

export function fromWireEnum<T extends string>(value: T): Kebab<T> {
  return value.toLowerCase().replaceAll('_', '-') as Kebab<T>;
}

const categoryValues = ['GENERIC', 'VIDEO', 'MUSIC', 'GAMING', 'SOCIAL', 'MESSAGING'] as const;

/** Generic if absent, and so is each unknown value: the API's default. */
export function toCategories(list: unknown[] | null | undefined): TrafficCategory[] {
  if (!list || list.length === 0) return ['generic'];
  const known = [...new Set(list)].map((value) => categoryValues.find((category) => category === value) ?? 'GENERIC');
  return [...new Set(known.map(fromWireEnum))];
}

export function toRegions(list: unknown[] | null | undefined): string[] {
  const texts = (list ?? []).filter((entry) => typeof entry === 'string').slice(0, listLimits.regions);
  return texts.map((entry) => v.safeParse(text, entry)).flatMap(({ success, output }) => (success ? [output] : []));
}

/** Null for 0, which means that no rate is known. */
export function toRateKbps(kbps: number | null | undefined): number | null {
  return finiteOrNull(kbps) || null;
}

export function finiteOrNull(value: number | null | undefined): number | null {
  return value !== null && value !== undefined && Number.isFinite(value) ? value : null;
}

/** The entry's id under `name`, or one made of its position. */
export function toId(entry: unknown, name: string, position: number): string {
  const id = typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>)[name] : undefined;
  return v.is(wire.id, id) ? id : `?${position}`;
}
