import type { PageCase } from '../page-case.ts';
import { cardShapes } from './card-shapes.ts';
import { inlineShapes } from './inline-shapes.ts';
import { languageShapes } from './language-shapes.ts';
import type { Block, Figure, Shape } from './shape.ts';
import { tableShapes } from './table-shapes.ts';
import { trapShapes } from './trap-shapes.ts';

const shapes: readonly Shape[] = [...cardShapes, ...inlineShapes, ...tableShapes, ...languageShapes, ...trapShapes];

/** Each shape with all that happens to a page. */
export function shapeCases(): PageCase[] {
  return shapes.flatMap(casesOf);
}

const voice = '<section class="k-card"><h3>Voice</h3><p>Minutes left</p><div>120 min</div></section>';
const promotion = '<div class="promo"><h2>Get more!</h2><p>Extra data</p><b>10 GB</b> for 5.00</div>';
const signIn =
  '<h1>Sign in</h1><form><input name="u"><input type="password"></form><p>Data left with our plans: 20 GB</p>';

type Case = Pick<PageCase, 'variant' | 'kind'> & { blocks: string; figure: Figure | null; account?: string | null };

function casesOf(shape: Shape): PageCase[] {
  const make = (changes: Partial<Block> = {}) =>
    shape.section({
      heading: shape.heading,
      label: shape.label,
      amount: shape.later.text,
      totalText: shape.totalText ?? '',
      mark: ' data-t',
      skin: 'k',
      isLater: true,
      ...changes,
    });
  const base = { amount: shape.base.text, isLater: false };
  const other = { heading: shape.otherHeading, mark: '' };
  const [foreignHeading, foreignLabel] = shape.foreign;
  const { later } = shape;
  const read = (variant: string, blocks: string, figure = later): Case => ({ variant, kind: 'must', blocks, figure });
  const none = (variant: string, blocks: string): Case => ({ variant, kind: 'none', blocks, figure: null });
  const may = (variant: string, blocks: string, figure: Figure | null = later): Case => ({
    variant,
    kind: 'may',
    blocks,
    figure,
  });
  const unlimited = { amount: shape.unlimited, totalText: '' };
  const cases: Case[] = [
    read('base', make(base) + voice, shape.base),
    read('value', make() + voice),
    read('hashed', make({ skin: 'x9f3Qz' }) + voice),
    read('reorder', voice + make()),
    read('banner', promotion + make() + voice),
    read('wrapped', `<div><div><div>${make()}</div></div></div>${voice}`),
    read('zero', make({ amount: shape.zero.text }) + voice, shape.zero),
    may('dup', make({ ...base, ...other }) + make() + voice),
    may('twinSame', make({ ...base, mark: '' }) + make() + voice, null),
    none('gone', make(other) + voice),
    none('goneKeyReused', make({ ...other, mark: ' data-t' }) + voice),
    may('lang', make({ heading: foreignHeading, label: foreignLabel }) + voice),
    ...(shape.usedLabel === null ? [] : [none('roleSwap', make({ label: shape.usedLabel }) + voice)]),
    { variant: 'signin', kind: 'signed-out', blocks: signIn, figure: null },
    none('skeleton', make({ amount: '<i>…</i>' }) + voice),
    none('error', '<h1>Something went wrong</h1><p>Try again later</p>'),
    none('unlimited', make(unlimited) + voice),
    ...(shape.extras ?? []).map(({ variant, kind, figure, blocks }) => ({
      variant,
      kind,
      blocks: blocks(make, shape),
      figure: figure && shape[figure],
    })),
    ...accountCases(shape, make(base) + voice, make() + voice),
  ];
  return cases.map((one) => toPageCase(shape, one));
}

function accountCases({ accounts, isGreeted, base, later }: Shape, before: string, after: string): Case[] {
  if (accounts === null) return [];
  const [own, other] = accounts;
  const stranger: Case = { variant: 'otherAccount', kind: 'none', blocks: after, figure: null, account: other };
  if (isGreeted) return [stranger];
  return [
    { variant: 'named', kind: 'must', blocks: before, figure: base, account: own },
    { variant: 'namedValue', kind: 'must', blocks: after, figure: later, account: own },
    { variant: 'nobody', kind: 'none', blocks: after, figure: null, account: null },
    stranger,
  ];
}

const accountVariants = ['named', 'namedValue', 'nobody', 'otherAccount'];

function toPageCase(shape: Shape, { variant, kind, blocks, figure, account = null }: Case): PageCase {
  const { name, isGreeted, isOptional } = shape;
  const isNamed = shape.accounts !== null && !isGreeted;
  const named = isGreeted && variant !== 'signin' ? (account ?? shape.accounts?.[0] ?? null) : account;
  return {
    base: name,
    variant,
    pickedOn: isNamed && accountVariants.includes(variant) ? 'named' : 'base',
    html: pageOf(shape, blocks, named ?? ''),
    account: named,
    kind: isOptional && kind === 'must' ? 'may' : kind,
    role: shape.role ?? 'left',
    bytes: figure?.bytes ?? null,
    total: figure ? (shape.total ?? null) : null,
    endsAt: figure ? (figure.endsAt ?? shape.endsAt ?? null) : null,
    byteUnit: shape.byteUnit ?? 1000,
    mayOmitFields: shape.mayOmitFields ?? false,
    isShape: true,
  };
}

function pageOf({ language, isRightToLeft, isGreeted }: Shape, blocks: string, account: string): string {
  const lang = language && ` lang="${language}"`;
  const dir = isRightToLeft ? ' dir="rtl"' : '';
  const inHeader = isGreeted ? '' : account;
  return [
    `<!doctype html><html${lang}${dir}><head><meta charset="utf-8"><title>Account</title></head><body>`,
    `<header>${inHeader}<a href="#">Home</a><a href="#">Shop</a></header>`,
    `<main>${isGreeted ? account : ''}${blocks}</main>`,
    '<footer>Plan 20 GB from 9.99</footer></body></html>',
  ].join('');
}
