import { readFileSync } from 'node:fs';
import type { PageCase } from '../../pages/page-case.ts';
import { shapeCases } from '../../pages/shapes/shape-cases.ts';

type SmallPage = Omit<PageCase, 'html' | 'pickedOn' | 'account' | 'isShape'> & {
  file: string;
  pickedOn?: string;
  account?: string;
};

const folder = 'tests/pages';

/** Those of `expected.json`, then those made of shapes. `only`: a part of the base's or variant's name. */
export function pageCases(only: string): PageCase[] {
  const list = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8')) as SmallPage[];
  const small = list.map((page) => ({
    ...page,
    html: withAccount(readFileSync(`${folder}/small/${page.file}`, 'utf8'), page.account ?? ''),
    pickedOn: page.pickedOn ?? 'base',
    account: page.account ?? null,
    isShape: false,
  }));
  const all: PageCase[] = [...small, ...shapeCases()];
  const isMeant = ({ base, variant }: PageCase) => `${base} ${variant}`.includes(only);
  const picked = new Set(all.filter(isMeant).map(({ base, pickedOn }) => `${base} ${pickedOn}`));
  return all.filter((one) => isMeant(one) || picked.has(`${one.base} ${one.variant}`));
}

/** Puts the markup at the beginning of the page's header. */
function withAccount(html: string, account: string): string {
  return html.replace('<header>', () => `<header>${account}`);
}
