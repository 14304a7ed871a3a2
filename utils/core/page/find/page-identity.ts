import type { PageNode, PageTree } from '../page-tree.ts';
import type { AccountMark, RecipeAccount } from '../recipe.ts';
import { type AccountText, accountTextsOf } from './account-texts.ts';
import type { PageView } from './page-view.ts';
import { identifierTexts, nameShape } from './shapes.ts';

const maxChoices = 20;
/** Longer ones are what is shown, not what it was chosen by. */
const maxChoiceLength = 60;

type Choice = { text: string; position: number };

/** Tabs, options and the like that are chosen on the page: another choice shows another card. */
export function choicesOf({ root }: PageTree): Choice[] {
  const choices: Choice[] = [];
  const visit = (node: PageNode): void => {
    if (choices.length >= maxChoices) return;
    if (node.attributes.chosen !== undefined) {
      const text = (wordsOf(node) || (node.attributes.value ?? '')).replace(/\s+/g, ' ').trim();
      const position = node.parent?.children.filter(({ tag }) => tag === node.tag).indexOf(node) ?? 0;
      if (text !== '' && text.length <= maxChoiceLength) choices.push({ text, position });
    }
    for (const child of node.children) visit(child);
  };
  visit(root);
  return choices;
}

/**
 * The same as a recipe keeps them: where the words alone may not tell two apart, with their position; then a line for the
 * hash of each text that identifies.
 */
export function selectionOf(tree: PageTree, hashOf: (text: string) => string): string[] {
  const kept = choicesOf(tree).map(({ text, position }) => {
    const shape = nameShape(text);
    const place = shape.includes('#') ? `${position}:` : '';
    return [place + shape, ...identifierTexts(text).map(hashOf)].join('\n');
  });
  return [...new Set(kept)].sort();
}

function wordsOf(node: PageNode): string {
  return node.tag === '' ? node.text : node.children.map(wordsOf).join(' ').slice(0, 200);
}

/** Where several numbers stand alike, as in a list of lines, only a chosen one says whose page it is. */
export function tellsAccount({ value }: AccountText, alike: readonly AccountText[], tree: PageTree): boolean {
  if (alike.every((other) => other.value === value)) return true;
  return choicesOf(tree).some(({ text }) => identifierTexts(text).includes(value));
}

export function areAlike(a: Pick<AccountText, 'place' | 'shape'>, b: Pick<AccountText, 'place' | 'shape'>): boolean {
  return a.place === b.place && a.shape === b.shape;
}

/** Whether the texts that tell the account are where they were. */
export function isSameAccount(view: PageView, account: RecipeAccount | null, hashOf: HashOf): boolean {
  return account === null || account.marks.every((mark) => hasMark(view, mark, hashOf));
}

type HashOf = (text: string) => string;

/** What stands with the figure is part of its place. */
function hasMark(view: PageView, mark: AccountMark, hashOf: HashOf): boolean {
  if (mark.place === 'near') return true;
  const alike = accountTextsOf(view, mark.place).filter((found) => areAlike(found, mark));
  const own = alike.find(({ value }) => hashOf(value) === mark.hash);
  return own !== undefined && tellsAccount(own, alike, view.tree);
}

/** Whether the texts stand there in other words, as in another language: not who it is has changed, but the page. */
export function isAccountNamed(view: PageView, account: RecipeAccount | null, hashOf: HashOf): boolean {
  const marks = account?.marks ?? [];
  return marks.every(({ place, hash }) => {
    return place === 'near' || accountTextsOf(view, place).some(({ value }) => hashOf(value) === hash);
  });
}
