import { expect, test } from 'vitest';
import { canUndo, type Undoable, undoableForMs } from '../../../../utils/core/undo/undoable.ts';
import { start } from '../../support/builders.ts';

const hidden: Undoable = { at: start, kind: 'card-hidden', accountId: 'a', cardKey: 'c', orderId: null, values: {} };

test('what was done can be undone for a minute, and not by a clock that was set back', () => {
  expect(canUndo(hidden, start)).toBe(true);
  expect(canUndo(hidden, start + undoableForMs - 1)).toBe(true);
  expect(canUndo(hidden, start + undoableForMs)).toBe(false);
  expect(canUndo(hidden, start - undoableForMs)).toBe(false);
});
