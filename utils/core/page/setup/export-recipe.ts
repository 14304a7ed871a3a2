import type { PageRecipe, Place, RecipePart } from '../recipe.ts';

/** May be of a person or a line: long numbers, addresses of mail, keys. */
const personal = /\d{4}|@|%40|[0-9a-f]{12}|[\w-]{24}/i;

/**
 * A recipe to be given to others: where the figures stand, without anything of the account they were pointed at in.
 * Parts of its address that may be personal are a "*".
 */
export function exportRecipe({ address, parts, account, facts, ...recipe }: PageRecipe): PageRecipe {
  const query = [...new URLSearchParams(address.query)].map(([name, value]) => [name, withoutPerson(value)]);
  return {
    ...recipe,
    selection: recipe.selection.map((choice) => choice.split('\n')[0] ?? ''),
    address: {
      origin: address.origin,
      path: address.path.split('/').map(withoutPerson).join('/'),
      query: new URLSearchParams(query).toString(),
    },
    parts: parts.map(exportPart),
    account: account && { marks: account.marks.map((mark) => ({ ...mark, hash: '' })) },
    salt: '',
  };
}

function withoutPerson(text: string): string {
  return personal.test(text) ? '*' : text;
}

/** Named by the words of its place, of which numbers are left out already. */
function exportPart({ figure, total, end, ...part }: RecipePart): RecipePart {
  return {
    ...part,
    name: figure.headings[0] ?? figure.before,
    figure: exportPlace(figure),
    total: total?.kind === 'place' ? { kind: 'place', place: exportPlace(total.place) } : null,
    end: end?.kind === 'place' ? { kind: 'place', place: exportPlace(end.place) } : null,
  };
}

function exportPlace(place: Place): Place {
  return { ...place, ids: place.ids.filter((id) => !personal.test(id)), identifiers: [] };
}
