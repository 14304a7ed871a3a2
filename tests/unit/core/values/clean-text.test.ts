import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from '../../../../utils/core/values/clean-text.ts';

const graphemes = (text: string) => [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)];
const acute = '\u0301';

describe('7.10 a text of others', () => {
  test.each([
    ['is kept as it is', 'Axis Europe 3 GB', 'Axis Europe 3 GB'],
    ['stands in one line', 'Axis\nSigned out.\r\n\tClick\u2028here', 'Axis Signed out. Click here'],
    ['turns no direction around', 'Axis \u202efdp\u202c \u2066x\u2069', 'Axis fdp x'],
    ['has no controls and nothing that is not seen', 'A\u0000x\u200bi\u00ads\ufeff\u2060\u007f', 'Axis'],
    ['has no half of a letter', 'Axis\ud83d', 'Axis'],
    ['has spaces one at a time, and none around it', '  Axis \u3000  Europe ', 'Axis Europe'],
    ['has four marks on a letter at most', `Axi${acute.repeat(2000)}s`, `Axi${acute.repeat(4)}s`],
    ['of 40 000 marks is short', acute.repeat(40_000), `${acute.repeat(4)}…`],
    ['of which nothing is seen is none', '\u200b\u2060\u202e \u200f\u3164', ''],
    ['hides nothing behind a flag', 'Axis\u{e0041}\u{e0042}', 'Axis'],
  ])('%s', (_, text, cleaned) => {
    expect(cleanText(text, 80)).toBe(cleaned);
  });

  test.each([
    ['Vietnamese', 'Gói cước Việt Nam'.normalize('NFD')],
    ['Thai', 'แพ็กเกจน้ำ'],
    ['Hindi with joiners', 'क्\u200dष डेटा'],
    ['Persian with a non-joiner', 'می\u200cخواهم'],
    ['Hebrew with points and cantillation', 'בְּרֵאשִׁ֖ית'],
    ['Hebrew with a direction mark', 'חבילת C++\u200e'],
    ['Chinese with a variant of a letter', '葛\u{e0100}城'],
    ['emoji', '👩🏽‍❤️‍💋‍👨🏿 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣ 🇸🇪'],
  ])('in %s stays whole', (_, text) => {
    expect(cleanText(text, 80)).toBe(text);
  });

  test('is cut between letters as readers count them, and ends in dots then', () => {
    expect(cleanText('x'.repeat(80), 80)).toBe('x'.repeat(80));
    expect(cleanText('x'.repeat(81), 80)).toBe(`${'x'.repeat(79)}…`);
    expect(cleanText('👨‍👩‍👧‍👦'.repeat(80), 80)).toBe('👨‍👩‍👧‍👦'.repeat(80));
    expect(cleanText('👨‍👩‍👧‍👦'.repeat(81), 80)).toBe(`${'👨‍👩‍👧‍👦'.repeat(79)}…`);
    expect(cleanText('x'.repeat(900_000), 400)).toBe(`${'x'.repeat(399)}…`);
  });

  test('cannot pass for one letter: a chain of emoji counts by its length', () => {
    expect(cleanText(`Axis ${'👩\u200d'.repeat(100_000)}`, 80)).toBe('Axis…');
  });

  const part = fc.oneof(
    fc.constantFrom('a', ' ', acute, '\u200d', '👩', '\u202e', '\n', '\ud800', 'ᄀ', 'क', '्', 'ש', '\u200f', '🇸'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const texts = fc.array(part, { maxLength: 300 }).map((parts) => parts.join(''));

  test('of any kind comes out short, in one line, whole letters, and the same when cleaned again', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(80, 400), (text, max) => {
        const cleaned = cleanText(text, max);
        expect(graphemes(cleaned).length).toBeLessThanOrEqual(max);
        expect(cleaned.length).toBeLessThanOrEqual(16 * max);
        expect(cleaned).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u2028\u2029]|\p{M}{5}|^\s|\s$|\p{Zs}{2}/u);
        expect(cleanText(cleaned, max)).toBe(cleaned);
      }),
    );
  });

  test.each(['x', acute, '👩\u200d', '\u202e', '\n', 'ᄀ', ' ', '\u{e0041}', '🇸'])(
    'of a megabyte of %j is not looked at beyond its beginning, whatever that turns out to be',
    (unit) => {
      const text = unit.repeat(2 ** 20 / unit.length);
      const [beginning, rest] = [text.slice(0, 12_800), 'x'.repeat(2 ** 20)];
      expect(cleanText(text, 400)).toBe(cleanText(beginning + rest, 400));
      expect(cleanText(text, 400).length).toBeLessThanOrEqual(400 * 16);
    },
  );
});
