import { pageTreeOf } from '../../../../utils/browser/page/page-document.ts';
import { saltedHashes } from '../../../../utils/browser/page/salted-hash.ts';
import { textsToHash } from '../../../../utils/core/page/find/read-page.ts';
import type { PageNode } from '../../../../utils/core/page/page-tree.ts';
import type { PageRecipe } from '../../../../utils/core/page/recipe.ts';
import type { Task } from '../page-answers.ts';
import { pickTarget } from './pick-target.ts';

/** The same for every page: all stand for one page, read again and again. */
export const url = 'https://my.carrier.example/account';
const salt = 'salt of the test';

/** The recipe of the task, or that of the number that is pointed at; a text says why there is none. */
export async function recipeOfTask(
  document: Document,
  { pick, recipe, now, zone }: Task,
): Promise<PageRecipe | string> {
  if (!pick) return recipe ?? 'the number it goes by was not';
  const domOf = new Map<PageNode, Node>();
  const tree = pageTreeOf(document, url, domOf);
  const hashes = await saltedHashes(salt, textsToHash(tree));
  const hashOf = (text: string) => hashes.get(text) ?? '';
  return pickTarget(tree, markedNodes(domOf), pick, { salt, hashOf, now, zone });
}

/** The element that is marked as the target, and all that is in it. */
function markedNodes(domOf: ReadonlyMap<PageNode, Node>): Set<PageNode> {
  const marked = new Set<PageNode>();
  const add = (node: PageNode) => {
    marked.add(node);
    node.children.forEach(add);
  };
  for (const [node, dom] of domOf) {
    if (dom.nodeType === Node.ELEMENT_NODE && (dom as Element).hasAttribute('data-t')) add(node);
  }
  return marked;
}
