import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseKnownSellers } from '../../../utils/core/sellers/known-sellers.ts';
import { withoutUnread } from '../../tools/build/seller-table.ts';

test('the table of sellers that is built says the same of each as the one that is kept, in less than half the text', () => {
  const kept = readFileSync('utils/core/sellers/sellers.tsv', 'utf8');
  const built = withoutUnread(kept);
  expect(parseKnownSellers(built)).toEqual(parseKnownSellers(kept));
  expect(built.length).toBeLessThan(kept.length / 2);
});
