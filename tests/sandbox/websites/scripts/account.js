import { element, link } from './element.js';

/** The usual design: a tile for each part of the plan. Number and unit are elements of their own. */
export function draw(view) {
  const tiles = view.allowances.map(({ name, label, left, ofTotal }) => {
    const [figure, unit = ''] = left.split(/(?<=\d) (?=\D+$)/);
    return element(
      'div',
      'x7fk2',
      element('h3', 'qp03d', name),
      element('span', 'lm9rs', label),
      element('div', 'z4t8w', element('b', '', figure), ' ', element('small', '', unit)),
      element('span', 'v2n6c', ofTotal),
      element('span', 'lm9rs', view.validUntil),
    );
  });
  const offers = view.offers.map(({ name, detail, price }) =>
    element('div', 'k5h1b', element('b', '', name), ' ', element('span', '', detail), ' ', element('i', '', price)),
  );
  return [
    element('h1', '', view.title),
    element('h2', '', view.heading),
    element('div', 'g8d3y', ...tiles),
    link('/top-up', view.topUp, 'button'),
    element('h2', '', view.offersTitle),
    element('div', 'o6s7e', ...offers),
  ];
}
