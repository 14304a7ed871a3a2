import { expect, test } from 'vitest';
import { hideFigures } from '../../../../utils/core/privacy/hide-figures.ts';
import type { ToolbarState } from '../../../../utils/core/toolbar/toolbar-state.ts';

const shown: ToolbarState = { text: '1.2', colour: 'warning', level: 0.4, isHollow: false, card: null };

test('the hidden toolbar has its colour, and neither number nor level', () => {
  expect(hideFigures(shown)).toEqual({ ...shown, text: '', level: null });
});

test('it still says that the user must act', () => {
  expect(hideFigures({ ...shown, text: '!', colour: 'action' }).text).toBe('!');
});
