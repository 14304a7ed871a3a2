import { expect, test } from 'vitest';
import { addsWords } from '../../../../utils/core/offers/added-words.ts';

const told = ['Axis Europe', 'Axis', '3 GB', '30 days'];

test.each([
  ['Europe 3 GB', false],
  ['3GB in Europe, for 30 days.', false],
  ['', false],
  ['EUROPE', false],
  ['Europe 5 GB', true],
  ['Asia 3 GB', true],
  ['3 GB with calls', true],
  ['欧洲', true],
  ['5G', true],
])('"%s" says more than is told: %s', (text, adds) => {
  expect(addsWords(text, told)).toBe(adds);
});
