/* The sellers of sellers.tsv: what people call them, where they are, and how what is left can be seen there. */

/**
 * A code to dial, or a text to send to a number: either usually answers with what is left. `to` null: it is dialled.
 */
export type BalanceCode = { text: string; to: string | null };

/**
 * `countries`: ISO codes; empty: everywhere. `home`: the origin of its site. `hasWebAccount` null: not known. Notes and
 * sources are for those who keep the list.
 */
export type KnownSeller = {
  name: string;
  aliases: readonly string[];
  countries: readonly string[];
  home: string;
  hasWebAccount: boolean | null;
  codes: readonly BalanceCode[];
};

export const sellerColumns = [
  'name',
  'aliases',
  'kind',
  'countries',
  'home',
  'ways',
  'note',
  'source',
  'date',
] as const;

/** The rows of sellers.tsv by column, without the first, which names the columns. */
export function parseSellerRows(table: string): Record<(typeof sellerColumns)[number], string>[] {
  const lines = table.split('\n').filter((line) => line !== '');
  return lines.slice(1).map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(sellerColumns.map((column, at) => [column, cells[at] ?? ''])) as ReturnType<
      typeof parseSellerRows
    >[number];
  });
}

export function parseKnownSellers(table: string): KnownSeller[] {
  return parseSellerRows(table).map(({ name, aliases, countries, home, ways }) => {
    const told = parts(ways);
    return {
      name,
      aliases: parts(aliases),
      countries: countries === '*' ? [] : parts(countries),
      home,
      hasWebAccount: told.length === 0 ? null : told.includes('web account'),
      codes: told.flatMap((way) => toBalanceCode(way) ?? []),
    };
  });
}

const parts = (cell: string): string[] => (cell === '' ? [] : cell.split('|'));

/** "USSD *100#", "SMS INFO to 85075"; null: another way. */
function toBalanceCode(way: string): BalanceCode | null {
  const [, dialled] = /^USSD ([*#\d]+)$/.exec(way) ?? [];
  if (dialled !== undefined) return { text: dialled, to: null };
  const [, text, to] = /^SMS (\S+) to (\d+)$/.exec(way) ?? [];
  return text !== undefined && to !== undefined ? { text, to } : null;
}
