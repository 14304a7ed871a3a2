import type { PageRecipe } from '../recipe.ts';

/** Parameters that say where a visitor came from; any other may choose what is shown. */
const ofVisit = /^(utm_\w+|\w*clid|mc_\w+|_ga|_gl|_)$/i;

/** What of an address chooses the page. Its hash too: many pages that are drawn by script have their place there. */
export function pageAddressOf(url: string): PageRecipe['address'] {
  const { origin, pathname, searchParams, hash } = new URL(url);
  const chosen = [...searchParams].filter(([name]) => !ofVisit.test(name)).sort();
  const query = new URLSearchParams(chosen).toString();
  const path = pathname.replace(/\/+$/, '') + (hash === '#' ? '' : hash);
  return { origin, path: path || '/', query };
}

/** Whether an address is that of the recipe's page. */
export function isRecipeAddress({ address }: Pick<PageRecipe, 'address'>, url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, path, query } = pageAddressOf(url);
  return origin === address.origin && path === address.path && query === address.query;
}
