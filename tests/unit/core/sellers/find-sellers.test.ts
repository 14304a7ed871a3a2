import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findSellers, hasWordFrom, isSellerNamed } from '../../../../utils/core/sellers/find-sellers.ts';
import { parseKnownSellers } from '../../../../utils/core/sellers/known-sellers.ts';

const sellers = parseKnownSellers(readFileSync('utils/core/sellers/sellers.tsv', 'utf8'));
const found = (typed: string) => findSellers(sellers, typed).map(({ name }) => name);

describe('a seller is found', () => {
  test.each([
    ['by its name', 'Airalo', ['Airalo']],
    ['by the beginning of it, in any letter case, with space around', '  hOlaf ', ['Holafly']],
    ['by another name', 'myAIS', ['AIS']],
    ['by the beginning of a later word', 'talk', ['ALDI TALK', 'Tune Talk']],
    ['in its own script', 'ドコモ', ['NTT docomo']],
    ['within a name without spaces', '移动', ['中国移动', 'China Mobile Hong Kong']],
    ['without its accents', 'telefonica', ['Movistar', 'o2 Germany']],
    ['by its address', 'https://www.airalo.com/my-esims', ['Airalo']],
    ['by an address below it', 'my.airalo.com', ['Airalo']],
    ['by the address above it', 'holafly.com', ['Holafly']],
    ['by an address beside it', 'https://center.holafly.com/login', ['Holafly']],
    ['by an address in a domain that is shared', 'my.smarty.co.uk', ['SMARTY']],
    ['by a name with a point', 'eSIM.net', ['eSIM.net']],
  ])('%s', (_how, typed, names) => {
    expect(found(typed)).toEqual(names);
  });

  test('by nothing where nothing was typed, or nobody is called that', () => {
    expect([found(''), found('  '), found('zebra'), found('iralo')]).toEqual([[], [], [], []]);
  });

  test.each(['co.uk', 'zebra.co.uk', 'com.my', 'zebra.ne.jp', 'holafly.zebra.com', '192.168.8.1'])(
    'by no address of others: %s',
    (typed) => {
      expect(found(typed)).toEqual([]);
    },
  );

  test('in each of the countries where it has that name, before others that begin so', () => {
    const named = findSellers(sellers, 'vodafone').filter((seller) => isSellerNamed(seller, 'Vodafone'));
    expect(named.map(({ countries }) => countries.join()).sort()).toEqual(['DE', 'GB', 'IN']);
    expect(found('smart')[0]).toBe('Smart');
    expect(findSellers(sellers, 'smart').filter((seller) => isSellerNamed(seller, 'smart'))).toHaveLength(1);
  });
});

test('a word may not begin in the middle of another', () => {
  expect(hasWordFrom('lebara uk', 'bara')).toBe(false);
  expect(hasWordFrom('ho. mobile', 'mobile')).toBe(true);
});
