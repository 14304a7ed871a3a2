import { element, link } from './element.js';

/** The other design: offers first, then one list of terms. */
export function draw(view) {
  const offers = view.offers.map(({ name, detail, price }) => element('li', '', `${detail} · ${name} · ${price}`));
  const parts = view.allowances.flatMap(({ name, label, left, total }) => [
    element('dt', '', name),
    element('dd', 'w3', element('span', '', label), element('strong', '', left)),
    element('dd', 'w4', element('span', '', view.table.packageSize), element('span', '', total)),
    element('dd', 'w4', element('span', '', view.table.endsOn), element('span', '', view.table.end)),
  ]);
  return [
    element('section', 'w1', element('h1', '', view.title), element('p', '', view.planName)),
    element('section', 'w2', element('h4', '', view.offersTitle), element('ul', '', ...offers)),
    element('section', 'w5', element('h4', '', view.heading), element('dl', '', ...parts)),
    element('p', '', link('/top-up', view.topUp)),
  ];
}
