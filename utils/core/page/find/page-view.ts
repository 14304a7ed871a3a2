import type { PageTree } from '../page-tree.ts';
import { type PageText, pageTextOf } from './page-text.ts';
import { type Places, placesOf } from './place-of.ts';

/** A page as it is looked at. */
export type PageView = { tree: PageTree; page: PageText; places: Places };

const views = new WeakMap<PageTree, PageView>();

/** Made once for a tree. */
export function viewOf(tree: PageTree): PageView {
  const known = views.get(tree);
  if (known) return known;
  const page = pageTextOf(tree);
  const view = { tree, page, places: placesOf(page) };
  views.set(tree, view);
  return view;
}
