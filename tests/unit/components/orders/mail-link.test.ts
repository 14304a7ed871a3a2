import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mailLink } from '../../../../components/orders/support/mail-link.ts';

const linesOf = (link: string) => new URL(link).searchParams.get('body')?.split('\r\n');

test('a draft keeps its line breaks and every letter', () => {
  const link = mailLink('help@axis.example', { subject: '订单 1 & 2: å', lines: ['价格：99 kr', '', 'a+b=c?'] });
  expect(link).toMatch(/^mailto:help@axis\.example\?subject=[\w%.-]+&body=[\w%.-]+$/);
  expect(link).toContain('%0D%0A%0D%0A');
  expect(new URL(link).searchParams.get('subject')).toBe('订单 1 & 2: å');
  expect(linesOf(link)).toEqual(['价格：99 kr', '', 'a+b=c?']);
});

test('an address cannot add to the draft', () => {
  const link = mailLink('a@b.example?cc=c@d.example&body=x', { subject: 's', lines: ['b'] });
  expect([...new URL(link).searchParams.keys()]).toEqual(['subject', 'body']);
  expect(new URL(link).searchParams.get('body')).toBe('b');
});

test('what is too long for a link loses its last lines, never half of one', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 }).map((line) => line.replace(/[\r\n]/g, ' '));
  const broken = fc.constantFrom('\ud800', 'a\udc00b');
  fc.assert(
    fc.property(fc.array(fc.oneof(text, broken), { minLength: 1, maxLength: 40 }), (lines) => {
      const link = mailLink('help@axis.example', { subject: 'Order 1', lines });
      expect(link.length).toBeLessThanOrEqual(2000);
      const kept = linesOf(link) ?? [];
      expect(kept).toEqual(lines.slice(0, kept.length).map((line) => line.toWellFormed()));
    }),
  );
});
