import { describe, expect, test } from 'vitest';
import {
  newPageReads,
  type ReadOutcome,
  spentLately,
  withReadBegun,
  withReadEnded,
  withVisit,
} from '../../../../../utils/core/page/ways/page-reads.ts';
import { pageValidForMs } from '../../../../../utils/core/page/ways/page-validity.ts';
import { isSameFigures } from '../../../../../utils/core/page/ways/same-figures.ts';
import { dayMs, hourMs, minuteMs } from '../../../../../utils/core/values/time.ts';
import { start } from '../../../support/builders.ts';
import { leftPart, makeReadPart } from '../../../support/page-builders.ts';

const reads = newPageReads({ fetchBytes: 40_000, tabBytes: null });
const ended = (outcome: ReadOutcome, from = reads) =>
  withReadEnded(withReadBegun(from, 'fetch', start), 'fetch', { bytes: 50_000, outcome, now: start });

describe('a reading by itself', () => {
  test('is charged before it is made, by what the last one took, and after it by what it took', () => {
    expect(withReadBegun(reads, 'fetch', start).spent).toEqual([{ at: start, bytes: 40_000 }]);
    expect(ended({ kind: 'same' }).spent).toEqual([{ at: start, bytes: 50_000 }]);
    expect(ended({ kind: 'same' }).fetchBytes).toBe(50_000);
  });

  test('whose size nobody tells stays charged as it was reckoned', () => {
    const begun = withReadBegun(reads, 'fetch', start);
    const after = withReadEnded(begun, 'fetch', { bytes: null, outcome: { kind: 'failed' }, now: start });
    expect(after).toEqual({ ...begun, failedAt: start });
  });

  test('is forgotten after a day', () => {
    const spent = [{ at: start, bytes: 1 }];
    expect(spentLately({ ...reads, spent }, start + dayMs - 1)).toEqual(spent);
    expect(spentLately({ ...reads, spent }, start + dayMs)).toEqual([]);
  });

  test('makes the next ones rarer while nothing changes, up to twelve hours, and as often as at first after a change', () => {
    const paces: number[] = [];
    let current = reads;
    for (let count = 0; count < 5; count += 1) {
      current = ended({ kind: 'same' }, current);
      paces.push(current.paceMs / hourMs);
    }
    expect(paces).toEqual([4.5, 6.75, 10.125, 12, 12]);
    expect(ended({ kind: 'changed' }, current).paceMs).toBe(3 * hourMs);
    expect(withVisit(current, true).paceMs).toBe(3 * hourMs);
    expect(withVisit(current, false).paceMs).toBe(12 * hourMs);
  });

  test('that the site turns away is followed by a day of rest, or as long as it asks for; a good one ends the row', () => {
    const first = ended({ kind: 'turned-away', until: null });
    expect(first.rest).toEqual({ until: start + dayMs, count: 1 });
    const second = ended({ kind: 'turned-away', until: start + 3 * dayMs }, first);
    expect(second.rest).toEqual({ until: start + 3 * dayMs, count: 2 });
    expect(ended({ kind: 'same' }, second).rest).toBeNull();
  });

  test('that has not the figures of the page is the last of its way', () => {
    expect(ended({ kind: 'misplaced' }).fetchBytes).toBeNull();
  });
});

describe('a figure is shown as current', () => {
  test.each([
    ['for a day where the page is read on visits alone', { way: 'visit', at: null, reason: 'too-heavy' }, dayMs],
    ['for six hours at least', { way: 'fetch', at: start + hourMs, reason: 'pace' }, 6 * hourMs],
    ['until the next reading is well overdue', { way: 'fetch', at: start + 12 * hourMs, reason: 'pace' }, 15 * hourMs],
  ] as const)('%s', (_, next, validForMs) => {
    expect(pageValidForMs(next, start)).toBe(validForMs);
  });
});

describe('two readings say the same', () => {
  const part = makeReadPart({ endsAt: start });
  test.each([
    ['where an end "in 5 days" has moved with the clock', [makeReadPart({ endsAt: start + 5 * minuteMs })], true],
    ['but not with another amount', [leftPart(1e9, 10e9, start)], false],
    ['but not with another total', [leftPart(2.75e9, null, start)], false],
    ['but not with an end on another day', [makeReadPart({ endsAt: start + dayMs })], false],
    ['but not without the end', [makeReadPart({ endsAt: null })], false],
    ['but not with one more part', [part, makeReadPart({ id: 'part-2' })], false],
    ['but not without a limit', [makeReadPart({ balance: { kind: 'unlimited' }, endsAt: start })], false],
  ])('%s', (_, others, isSame) => {
    expect(isSameFigures([part], others)).toBe(isSame);
  });
});
