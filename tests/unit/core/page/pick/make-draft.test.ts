import { describe, expect, test } from 'vitest';
import { address, draftOf, hashOf, treeOf } from '../find/page-setup.ts';

const card = (title: string, rows: string) => `<section><h3>${title}</h3>${rows}</section>`;
const row = (label: string, value: string) => `<div><p>${label}</p><div>${value}</div></div>`;

function draft(body: string, written: string, language = 'en') {
  return draftOf(treeOf(body, { language }), written);
}

describe('of an amount that was picked', () => {
  test('the page’s own words say what it means', () => {
    const { figures } = draft(card('My plan', row('Data left', '2.75 GB of 10 GB')), '2.75 GB');
    expect(figures).toMatchObject([{ text: '2.75 GB', meaning: 'left', label: 'Data left', heading: 'My plan' }]);
  });

  test('no word that says it leaves it open', () => {
    expect(draft(card('My plan', row('Internet', '2.75 GB')), '2.75 GB').figures[0]?.meaning).toBeNull();
  });

  test('what stands with it as "of …" is likely its total', () => {
    const found = draft(card('Paket', row('Осталось', '3,5 ГБ из 15 ГБ')), '3,5 ГБ');
    expect(found).toMatchObject({ totals: [{ text: '15 ГБ' }], isTotalLikely: true, decimal: ',' });
  });

  test('an amount that is called the total is likely one', () => {
    const rows = row('Data left', '2 GB') + row('Used', '8 GB') + row('Total', '10 GB');
    expect(draft(card('My plan', rows), '2 GB')).toMatchObject({ totals: [{ text: '10 GB' }, { text: '8 GB' }] });
  });

  test('others of the same label are further parts', () => {
    const body =
      card('Main', row('Left', '5 GB')) + card('Night', row('Left', '3 GB')) + card('Main', row('Used', '1 GB'));
    const { figures } = draft(body, '5 GB');
    expect(figures.map(({ text, heading }) => [heading, text])).toEqual([
      ['Main', '5 GB'],
      ['Night', '3 GB'],
    ]);
  });
});

describe('of a further figure', () => {
  const further = (rows: string) => draft(card('Main', row('Left', '5 GB')) + card('Night', rows), '5 GB').figures[1];

  test('its own total and end are known where nothing else can be them', () => {
    const rows = row('Left', '1.5 GB') + row('Total', '3 GB') + row('Valid until', '21 Dec 2026');
    expect(further(rows)).toMatchObject({ text: '1.5 GB', total: { text: '3 GB' }, end: { text: '21 Dec 2026' } });
  });

  test.each([
    ['there is none', row('Left', '1.5 GB')],
    ['there are several', row('Left', '1.5 GB') + ['3 GB', '4 GB'].map((text) => row('Total', text)).join('')],
    ['the day is one of two', row('Left', '1.5 GB') + row('Valid until', '03/04/2027')],
    ['the day is of something else', row('Left', '1.5 GB') + row('Bought', '21 Dec 2026')],
  ])('none is where %s', (_, rows) => {
    expect(further(rows)).toMatchObject({ text: '1.5 GB' });
    expect(further(rows)).not.toHaveProperty('total');
    expect(further(rows)).not.toHaveProperty('end');
  });
});

describe('of its end', () => {
  test('the date in its own sentence is likely', () => {
    const found = draft(card('Your plan', '<p>You have 6.5 GB left until 12 Dec</p>'), '6.5 GB');
    expect(found.isEndLikely).toBe(true);
    expect(found.ends).toMatchObject([{ text: '12 Dec', endsAt: [Date.UTC(2026, 11, 12, 23)] }]);
  });

  test.each(['3 October', '3/10'])('a day without a year that would not be read again is not offered: %s', (day) => {
    const found = draft(card('My plan', row('Data left', '2 GB') + row('Valid until', day)), '2 GB');
    expect(found.ends).toEqual([]);
  });

  test('a date that can be read in two ways is given in both', () => {
    const found = draft(card('My plan', row('Data left', '2 GB') + row('Valid until', '03/04/2027')), '2 GB');
    expect(found.ends[0]?.endsAt).toHaveLength(2);
    expect(found.dateOrder).toBeNull();
  });

  test('another date of the page says how it is read', () => {
    const rows = row('Data left', '2 GB') + row('Valid until', '03/04/2027') + row('Bought', '25/11/2026');
    expect(draft(card('My plan', rows), '2 GB').dateOrder).toBe('dmy');
  });

  test('how long a plan lasts is no date', () => {
    expect(draft(card('My plan', `${row('Data left', '2 GB')}<p>Valid 30 days</p>`), '2 GB').ends).toEqual([]);
  });

  test('dates of other blocks are none of it', () => {
    const body = card('My plan', row('Data left', '2 GB')) + card('Offer', row('Valid until', '31 Dec 2026'));
    expect(draft(body, '2 GB').ends).toEqual([]);
  });
});

describe('of whose page it is', () => {
  test('a number beside the figure comes first, then the header’s, and none is the seller’s own', () => {
    const body = `<header>anna@mail.example</header>${card('Line 07700 900123', row('Data left', '2 GB'))}<p>Help: 0800 123456</p>`;
    const { accounts } = draft(body, '2 GB');
    expect(accounts.map(({ text, marks }) => [text, ...marks.map(({ place }) => place)])).toEqual([
      ['anna@mail.example · 07700 900123', 'header', 'near'],
      ['07700 900123', 'near'],
      ['anna@mail.example', 'header'],
    ]);
  });

  test('a greeted name is one', () => {
    const { accounts } = draft(`<h1>Good evening, Anna</h1>${card('My plan', row('Data left', '2 GB'))}`, '2 GB');
    expect(accounts).toMatchObject([{ text: 'Anna', marks: [{ hash: hashOf('anna'), place: 'header' }] }]);
  });

  test('nothing of it stands in a draft but as it is shown', () => {
    const found = draft(card('Line 07700 900123', row('Data left', '2 GB')), '2 GB');
    const { accounts, figures, ...rest } = found;
    const { heading: _, ...place } = figures[0] ?? { heading: '' };
    expect(JSON.stringify({ rest, place }).replaceAll(/hash of [^"]*/g, '')).not.toContain('900123');
    expect(accounts).toHaveLength(1);
  });
});

test('links that promise a top-up are proposed, on safe addresses alone', () => {
  const links =
    '<a href="/top-up">Top up now</a><a href="http://shop.example/recharge">Recharge</a><a href="/help">Help</a>';
  const { topUpLinks } = draft(links + card('My plan', row('Data left', '2 GB')), '2 GB');
  expect(topUpLinks).toEqual([{ text: 'Top up now', url: new URL('/top-up', address).href }]);
});
