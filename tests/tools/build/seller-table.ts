import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { sellerColumns } from '../../../utils/core/sellers/known-sellers.ts';

/** For those who keep the list; the extension reads none of them. */
const unread: readonly (typeof sellerColumns)[number][] = ['kind', 'note', 'source', 'date'];

/** Leaves the columns of the sellers' table empty that only those need who keep it. */
export function sellerTable(): Plugin {
  return {
    name: 'seller-table',
    enforce: 'pre',
    load(id) {
      if (!id.endsWith('/sellers.tsv?raw')) return null;
      const table = withoutUnread(readFileSync(id.replace(/\?raw$/, ''), 'utf8'));
      return `export default ${JSON.stringify(table)}`;
    },
  };
}

export function withoutUnread(table: string): string {
  const cells = (line: string) =>
    line.split('\t').map((cell, at) => (unread.includes(sellerColumns[at] ?? 'name') ? '' : cell));
  return table.replace(/.+/g, (line) => cells(line).join('\t').trimEnd());
}
