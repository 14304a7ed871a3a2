import { beforeEach, expect, test } from 'vitest';
import { filterNames, regionNames } from '../../../../components/format/region-names.ts';
import { setLocale } from '../../support/i18n.ts';

beforeEach(() => setLocale('en'));

test('countries and regions have their names in the reader’s language', async () => {
  expect(regionNames(['SE', 'EU', '001'])).toEqual(['European Union', 'Sweden', 'world']);
  await setLocale('zh_CN');
  expect(regionNames(['SE'])).toEqual(['瑞典']);
});

test('codes nobody knows stay as the seller wrote them', () => {
  expect(regionNames(['QX', 'europe-plus', '1', '', 'SE'])).toEqual(['', '1', 'europe-plus', 'QX', 'Sweden']);
});

test('the names are in the order of the alphabet, accents aside, and each is there once', () => {
  expect(regionNames(['SE', 'AX', ' se ', 'AT', 'DK', 'SE'])).toEqual([
    'Åland Islands',
    'Austria',
    'Denmark',
    'Sweden',
  ]);
});

test('a search finds names whatever their case and accents', () => {
  const names = regionNames(['RE', 'AX', 'CI', 'SE']);
  expect(filterNames(names, ' reunion ')).toEqual(['Réunion']);
  expect(filterNames(names, 'ÅLAND')).toEqual(['Åland Islands']);
  expect(filterNames(names, 'aland')).toEqual(['Åland Islands']);
  expect(filterNames(names, 'cÔte')).toEqual(['Côte d’Ivoire']);
  expect(filterNames(names, 'atlantis')).toEqual([]);
  expect(filterNames(names, '  ')).toEqual(names);
});

test('a search finds Chinese names by a part of them', async () => {
  await setLocale('zh_CN');
  expect(filterNames(regionNames(['SE', 'CH', 'FR']), '瑞')).toEqual(['瑞典', '瑞士']);
});
