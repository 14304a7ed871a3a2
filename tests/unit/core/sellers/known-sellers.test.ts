import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { foldName } from '../../../../utils/core/sellers/find-sellers.ts';
import { parseKnownSellers, parseSellerRows, sellerColumns } from '../../../../utils/core/sellers/known-sellers.ts';

const table = readFileSync('utils/core/sellers/sellers.tsv', 'utf8');
const rows = parseSellerRows(table);
const sellers = parseKnownSellers(table);

describe('the list of sellers', () => {
  test('has the columns that are read, and every row has each of them', () => {
    const lines = table.replace(/\n$/, '').split('\n');
    expect(lines[0]?.split('\t')).toEqual([...sellerColumns]);
    expect(lines.filter((line) => line.split('\t').length !== sellerColumns.length)).toEqual([]);
    expect(rows).toHaveLength(lines.length - 1);
    expect(rows.length).toBeGreaterThan(100);
  });

  test('names where each entry comes from', () => {
    const source = /https?:\/\/|github:\w|Wikidata Q\d|public source files?, index ids? \d|www\.\w/;
    expect(rows.filter((row) => row.name === '' || !source.test(row.source))).toEqual([]);
  });

  test('has of each the origin of its site and no page, least of all one to pay on', () => {
    const origins = sellers.map(({ home }) => new URL(home).origin);
    expect(sellers.map(({ home }) => home)).toEqual(origins);
    expect(origins.filter((origin) => !origin.startsWith('https://'))).toEqual([]);
    expect(new Set(origins).size).toBe(origins.length);
  });

  test('knows of what kind each is, and in which countries', () => {
    expect([...new Set(rows.map(({ kind }) => kind))].sort()).toEqual([
      ...['carrier', 'hotspot-rental', 'iot', 'prepaid', 'travel-esim'],
    ]);
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    const codes = sellers.flatMap(({ countries }) => countries);
    expect(codes.filter((code) => names.of(code) === undefined)).toEqual([]);
  });

  test('tells ways that are understood, and nothing of units', () => {
    const way = /^(web account|app|app only|on-network page|SMS|SMS \S+ to \d+|USSD [*#\d]+)$/;
    const ways = rows.flatMap(({ ways }) => (ways === '' ? [] : ways.split('|')));
    expect(ways.filter((told) => !way.test(told))).toEqual([]);
    expect(sellerColumns).not.toContain('gb');
  });

  test('tells those of one name apart by their countries', () => {
    const byName = Map.groupBy(
      sellers.flatMap((seller) =>
        [...new Set([seller.name, ...seller.aliases].map(foldName))].map((name) => ({ name, seller })),
      ),
      ({ name }) => name,
    );
    const alike = [...byName].filter(([, named]) => {
      const places = named.map(({ seller }) => seller.countries.join());
      return new Set(places).size < places.length;
    });
    expect(alike.map(([name]) => name)).toEqual([]);
  });
});

test('codes to dial and texts to send are read from the ways', () => {
  const named = (name: string) => sellers.find((seller) => seller.name === name);
  expect(named('Telkomsel')?.codes).toEqual([
    { text: '*888#', to: null },
    { text: '*889#', to: null },
  ]);
  expect(named('EE')?.codes).toEqual([{ text: 'BALANCE', to: '150' }]);
  expect([named('Airalo'), named('Saily'), named('by.U')].map((seller) => seller?.hasWebAccount)).toEqual([
    ...[true, null, false],
  ]);
});
