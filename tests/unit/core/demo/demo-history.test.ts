import { expect, test } from 'vitest';
import { demoSeller, toDemoSnapshot } from '../../../../utils/core/demo/demo-card.ts';
import { demoHistory } from '../../../../utils/core/demo/demo-history.ts';
import { forecastFor } from '../../../../utils/core/forecast/forecast.ts';
import { parseStored } from '../../../../utils/core/storage/stored-values.ts';
import { dayMs } from '../../../../utils/core/values/time.ts';
import { start } from '../../support/builders.ts';

const seller = demoSeller('Demo card', start);
const history = demoHistory(seller, start);

test('the demo card has a past of 14 days, in which all that is gone was used', () => {
  const used = history?.samples.intervals.reduce((sum, [, bytes]) => sum + bytes, 0);
  expect(history?.samples.since).toBe(start - 14 * dayMs);
  expect(used).toBe(1.76e9);
  expect(parseStored('samples', history?.samples)).toEqual(history?.samples);
});

test('its past is enough to tell when it runs out', () => {
  const [card] = toDemoSnapshot(seller, start).cards;
  const forecast = card && forecastFor(card, history?.samples ?? null, start);
  expect(forecast).toMatchObject({ kind: 'ready', endsFirst: 'data' });
});
