import { describe, expect, test } from 'vitest';
import { amountCandidates, bestGuess } from '../../../../../utils/core/page/pick/amount-candidates.ts';
import { treeOf } from '../find/page-setup.ts';

const card = (title: string, rows: string) => `<section><h3>${title}</h3>${rows}</section>`;
const row = (label: string, value: string) => `<div><p>${label}</p><div>${value}</div></div>`;

describe('the best guess', () => {
  const guess = (body: string) => {
    const best = bestGuess(amountCandidates(treeOf(body)));
    return best?.run.text.slice(best.amount.start, best.amount.end) ?? null;
  };

  test.each([
    ['is what is left', card('My plan', row('Used', '8 GB') + row('Data left', '2 GB')), '2 GB'],
    [
      'is no offer',
      `<div><h2>Get more</h2><p>10 GB for 5.00 EUR</p></div>${card('My plan', row('Left', '2 GB'))}`,
      '2 GB',
    ],
    ['is not the total', card('My plan', row('剩余流量', '3.5GB/10GB')), '3.5GB'],
    ['is none where nothing speaks for one', '<footer><p>Plan 20 GB from 9.99</p></footer>', null],
    ['is no generation of network', '<main><p>5G network</p></main>', null],
  ])('%s', (_, body, written) => {
    expect(guess(body)).toBe(written);
  });
});
