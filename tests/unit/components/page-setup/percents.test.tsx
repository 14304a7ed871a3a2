// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PageDraft } from '../../../../utils/core/page/page-draft.ts';
import { amountOf, draftOf, endOn, figureOf, percentOf } from '../../core/page/setup/draft-setup.ts';
import { setLocale } from '../../support/i18n.ts';
import { all, found, the, typeInto, unmount } from '../render-setup.tsx';
import { choicesOf, openDraft, page, pressAndWait, startSetup, take, takenOf } from './setup-page.tsx';

/* What is a percentage, or has a total and an end of its own, in the set-up. */

beforeEach(startSetup);
afterEach(unmount);

const open = (some: Partial<PageDraft>) => openDraft({ draft: draftOf(some), account: null, isAllowed: false });
const reading = () => the('page-reading').textContent;
const terms = () => found('dl dt').map(({ textContent }) => textContent);
const hint = () => the('ask-total').textContent;
const unsized = { totals: [], isTotalLikely: false };

describe('a percentage', () => {
  test('stands as one until it is told of how much it is, and is not saved before', async () => {
    await open({ figures: [percentOf('62')], ...unsized });
    expect(reading()).toBe('62% left');
    expect(terms()).toEqual(['Until', 'Found under']);
    expect(hint()).toContain('A percentage alone does not tell how much data that is.');
    expect([choicesOf('ask-total'), takenOf('ask-total')]).toEqual([['I enter it'], ['I enter it']]);
    await pressAndWait('page-keep');
    expect([page.asked, page.sent]).toEqual([[], []]);
    expect(the('problem-total').textContent).toContain('That is not an amount.');
  });

  test.each([
    ['left', '62% left', '6.2 GB left', ['Page shows', 'Until', 'Found under']],
    ['used', '62% used', '3.8 GB left', ['Page shows', 'Used', 'Until', 'Found under']],
  ] as const)('of what is %s is an amount from then on', async (meaning, before, after, rows) => {
    await open({ figures: [percentOf('62', { meaning })], ...unsized });
    expect(reading()).toBe(before);
    await typeInto('field-total', '10 GB');
    expect(reading()).toBe(after);
    expect(the('page-shows').textContent).toBe(before);
    expect(terms()).toEqual(rows);
    await pressAndWait('page-when-pressed');
    expect(page.sent[0]?.payload.answers).toMatchObject({ total: { kind: 'bytes', bytes: 10_000_000_000 } });
  });

  test('is an amount at once where its total stands with it', async () => {
    await open({ figures: [percentOf('62')] });
    expect([reading(), the('page-shows').textContent]).toEqual(['6.2 GB left', '62% left']);
    expect(the('page-total').textContent).toContain('10 GB');
    await pressAndWait('change-total');
    expect(choicesOf('ask-total')).toEqual(['10 GB', 'Another amount']);
  });

  test('is none of a total that was found somewhere, until that is chosen', async () => {
    await open({ figures: [percentOf('62', { meaning: 'used' })], isTotalLikely: false });
    expect(takenOf('ask-total')).toEqual([]);
    expect([reading(), all('page-shows')]).toEqual(['62% used', []]);
    await take('ask-total', '10 GB');
    expect([reading(), the('page-shows').textContent]).toEqual(['3.8 GB left', '62% used']);
  });

  test('of which no word tells what it means stands alone until that is answered', async () => {
    await open({ figures: [percentOf('33.3', { text: '33,3 %', meaning: null })] });
    expect([reading(), all('page-shows')]).toEqual(['33.3%', []]);
    expect(the('ask-meaning').textContent).toContain('What does “33.3%” tell?');
    await take('ask-meaning', 'What is used');
    expect([reading(), the('page-shows').textContent]).toEqual(['6.67 GB left', '33.3% used']);
  });

  test('of more than all is not saved', async () => {
    await open({ figures: [percentOf('120', { meaning: 'used' })], ...unsized });
    await typeInto('field-total', '10');
    await pressAndWait('page-when-pressed');
    expect([reading(), page.sent]).toEqual(['120% used', []]);
    expect(the('ask-total').textContent).toContain('That is less than what is left or used.');
  });

  test('is written in Chinese as it is written there', async () => {
    await setLocale('zh_CN');
    await open({ figures: [percentOf('62')], ...unsized });
    expect(reading()).toBe('剩余 62%');
    expect(hint()).toContain('只知道百分比，算不出是多少流量。');
  });
});

test('an amount that is used is asked for its total in words of its own', async () => {
  await open({ figures: [figureOf('2.75 GB', { meaning: 'used' })], ...unsized });
  expect(hint()).toContain('Used data alone does not tell what is left.');
  expect(choicesOf('ask-total')).toEqual(['I enter it']);
});

describe('a further figure says', () => {
  const further = figureOf('1.5 GB', { heading: 'Roaming in the EU' });
  const end = endOn('11 December 2026', ['2026-12-12T00:00:00']);
  test.each([
    ['of how much it is, and until when', { total: amountOf('2 GB'), end }, '1.5 GB of 2 GB, until Fri, 11 Dec 2026'],
    ['until when alone', { end }, '1.5 GB, until Fri, 11 Dec 2026'],
    ['no total that is less than itself', { total: amountOf('1 GB') }, '1.5 GB'],
  ])('%s', async (_, own, text) => {
    await open({ figures: [figureOf('2.75 GB'), { ...further, ...own }] });
    expect(found('legend').map(({ textContent }) => textContent)).toEqual([
      `Also on this page: Roaming in the EU, ${text}`,
    ]);
  });
});
