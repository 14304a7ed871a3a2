import * as v from 'valibot';
import type { Figure } from '../usage/card-balance.ts';

export type Schema<T> = v.GenericSchema<unknown, T>;

export const text = v.string();

export const bytes = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const instant = v.pipe(v.number(), v.finite());

export const maybe = <T extends v.GenericSchema>(schema: T) => v.nullable(schema);

export const texts = v.array(text);

export const cardId = v.object({ accountId: text, cardKey: text });

export const money = v.object({ currency: text, units: text, nanos: v.number() });

const level = v.picklist(['out', 'low', 'high']);

export const unlimited = v.object({ kind: v.literal('unlimited') });

export const unknown = v.object({ kind: v.literal('unknown') });

export const coarse = v.object({ kind: v.literal('coarse'), level, upperBytes: bytes });

export const categories = v.array(v.picklist(['generic', 'video', 'music', 'gaming', 'social', 'messaging']));

export const overUsage = v.picklist(['blocked', 'throttled', 'pay-as-you-go']);

export const figure: Schema<Figure> = v.variant('kind', [
  v.object({ kind: v.literal('known'), leftBytes: bytes, totalBytes: maybe(bytes) }),
  unlimited,
  coarse,
  unknown,
]);
