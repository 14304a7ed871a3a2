import type { PageRecipe } from '../../../core/page/recipe.ts';
import brightwaterDe from './brightwater-de.json' with { type: 'json' };
import brightwaterEn from './brightwater-en.json' with { type: 'json' };
import brightwaterZh from './brightwater-zh.json' with { type: 'json' };

/**
 * Recipes of known sites, as "Copy recipe" gives them: with them the number is marked before anybody points at it. They
 * are reviewed like code and never fetched; a "*" stands for what is another for each account.
 */
export const knownRecipes = [brightwaterEn, brightwaterDe, brightwaterZh] as unknown as readonly PageRecipe[];

/** The recipes for the page at an address: one for each language, say. */
export function recipesFor(url: string): PageRecipe[] {
  if (!URL.canParse(url)) return [];
  const { origin, pathname, searchParams } = new URL(url);
  return knownRecipes.filter(({ address }) => {
    const isPath = matches(pathname.split('/'), address.path.split('/'));
    const chosen = [...new URLSearchParams(address.query)];
    return (
      origin === address.origin && isPath && chosen.every(([name, value]) => isAlike(searchParams.get(name), value))
    );
  });
}

function matches(texts: readonly string[], patterns: readonly string[]): boolean {
  return texts.length === patterns.length && texts.every((text, index) => isAlike(text, patterns[index] ?? ''));
}

function isAlike(text: string | null, pattern: string): boolean {
  return text !== null && (pattern === '*' || pattern === text);
}
