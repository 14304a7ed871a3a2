import type { PageNode, PageTree } from '../page-tree.ts';
import type { AccountMark, RecipeAccount } from '../recipe.ts';
import { type AccountText, accountTextsOf } from './account-texts.ts';
import type { PageView } from './page-view.ts';
import { identifierTexts, nameShape, namesOfTitle } from './shapes.ts';

const maxChoices = 20;
/** Longer ones are what is shown, not what it was chosen by. */
const maxChoiceLength = 60;

/** `isOneOfTwins`: others to choose from have the same words. */
type Choice = { text: string; position: number; isOneOfTwins: boolean };

/** Tabs, options and the like that are chosen on the page: another choice shows another card. */
export function choicesOf({ root }: PageTree): Choice[] {
  const choices: Choice[] = [];
  const visit = (node: PageNode): void => {
    if (choices.length >= maxChoices) return;
    if (node.attributes.chosen !== undefined) {
      const text = choiceText(node);
      if (text !== '' && text.length <= maxChoiceLength) choices.push({ text, ...positionOf(node, text) });
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
  const kept = choicesOf(tree).map(({ text, position, isOneOfTwins }) => {
    const shape = nameShape(text);
    const place = isOneOfTwins || shape.includes('#') ? `${position}:` : '';
    return [place + shape, ...namesOfTitle(text).map(hashOf)].join('\n');
  });
  return [...new Set(kept)].sort();
}

function choiceText(node: PageNode): string {
  return (wordsOf(node) || (node.attributes.value ?? '')).replace(/\s+/g, ' ').trim();
}

function wordsOf({ tag, text, attributes, children }: PageNode): string {
  if (tag === 'img') return attributes.alt ?? '';
  return tag === '' ? text : children.map(wordsOf).join(' ').slice(0, 200);
}

/** Between a choice and what holds all of them: an item of a list, a group. */
const maxWrappers = 2;

/** Which of those it can be chosen from it is. */
function positionOf(node: PageNode, text: string): Omit<Choice, 'text'> {
  let siblings: PageNode[] = [node];
  for (let above = node.parent, level = 0; above && level <= maxWrappers; above = above.parent, level += 1) {
    if (siblings.length < 2) siblings = withTag(node.tag, above, maxWrappers);
  }
  const isOneOfTwins = siblings.some((other) => other !== node && choiceText(other) === text);
  return { position: siblings.indexOf(node), isOneOfTwins };
}

/** Those of one name within an element, however they are wrapped there. */
function withTag(tag: string, { children }: PageNode, depth: number): PageNode[] {
  return children.flatMap((child) => {
    if (child.tag === tag) return [child];
    return depth === 0 ? [] : withTag(tag, child, depth - 1);
  });
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
