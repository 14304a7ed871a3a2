import { expect, test } from 'vitest';
import { latestRun } from '../../../utils/browser/page/script-run.ts';

test('a script that is injected once more ends its earlier run, and no other script', () => {
  const [reader, picker] = [latestRun('reader'), latestRun('picker')];
  const later = latestRun('reader');
  expect([reader.aborted, picker.aborted, later.aborted]).toEqual([true, false, false]);
});
