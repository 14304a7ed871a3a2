// @vitest-environment happy-dom
import { beforeAll, expect, test } from 'vitest';
import type { Recommendation } from '../../../../components/recommendation/recommendation.ts';
import { needText, recommendationText } from '../../../../components/recommendation/recommendation-text.ts';
import { dayMs } from '../../../../utils/core/values/time.ts';
import { makeOffer } from '../../support/builders.ts';
import { setLocale } from '../../support/i18n.ts';

beforeAll(() => setLocale('en'));

const ready = (likely: number, safe: number): Recommendation['estimate'] => ({
  kind: 'ready',
  useBytes: { likely: 9e9, safe: 9e9 },
  moreBytes: { likely, safe },
});
const needing = (estimate: Recommendation['estimate'], isNeeded = true): Recommendation => ({
  ...{ until: 0, estimate, isNeeded, best: null },
});

test.each<[string, Recommendation]>([
  ['About 1.2 GB more needed until then, 1.9 GB to be safe.', needing(ready(1.2e9, 1.9e9))],
  ['About 1.2 GB more needed until then.', needing(ready(1.2e9, 1.21e9))],
  ['Probably nothing more is needed until then; 300 MB to be safe.', needing(ready(0, 3e8))],
  ['Nothing more is needed until then.', needing(ready(0, 0), false)],
  ['How much is needed is not known yet.', needing({ kind: 'none' }, false)],
  [
    'Too early to say how much is needed. Gigabar has to watch the card for 3 days first.',
    needing({ kind: 'insufficient-data', observedMs: dayMs, neededMs: 3 * dayMs }, false),
  ],
])('it is said: %s', (text, recommendation) => {
  expect(needText(recommendation, 1000)).toBe(text);
});

test('a plan is named only where more is needed', () => {
  const best = makeOffer({ name: 'Europe 3 GB' });
  expect(recommendationText({ ...needing(ready(1e9, 1e9)), best })).toBe('Europe 3 GB covers that.');
  expect(recommendationText(needing(ready(1e9, 1e9)))).toBe('No single plan covers that.');
  expect(recommendationText(needing(ready(0, 0), false))).toBeNull();
});
