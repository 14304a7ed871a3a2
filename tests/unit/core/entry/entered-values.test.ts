import { describe, expect, test } from 'vitest';
import { openQuestions, takenFrom, toEnteredValues } from '../../../../utils/core/entry/entered-values.ts';
import type { PastedMessage } from '../../../../utils/core/entry/pasted-message.ts';
import { parseDate } from '../../../../utils/core/forms/parse-input.ts';
import { dayMs, nextDay } from '../../../../utils/core/values/time.ts';

const lastDay = parseDate('2026-12-12') ?? 0;
const clear: PastedMessage = {
  left: { choices: [1.24e9], isCertain: true },
  totalBytes: 3e9,
  end: { choices: [nextDay(lastDay)], isCertain: true },
};
const open: PastedMessage = {
  left: { choices: [1e9, 500e6], isCertain: false },
  totalBytes: null,
  end: { choices: [lastDay, lastDay + dayMs], isCertain: false },
};
const none = { left: null, end: null };

test('what is certain fills the form at once, the end with the last day on which it counts', () => {
  expect(openQuestions(clear)).toEqual([]);
  expect(toEnteredValues(takenFrom(clear, none), 1000)).toEqual({
    left: '1.24 GB',
    quota: '3 GB',
    ends: 'date',
    endsAt: '2026-12-12',
  });
});

describe('what is open', () => {
  test('is asked, and fills nothing before it is answered', () => {
    expect(openQuestions(open)).toEqual(['left', 'end']);
    expect(toEnteredValues(takenFrom(open, none), 1000)).toEqual({});
  });

  test('is as it was answered', () => {
    const taken = takenFrom(open, { left: 500e6, end: 'none' });
    expect(toEnteredValues(taken, 1000)).toEqual({ left: '0.5 GB' });
  });
});
