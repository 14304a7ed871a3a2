import type { PageReading } from '../../../../utils/core/page/reading.ts';
import type { PageRecipe } from '../../../../utils/core/page/recipe.ts';
import type { Next, Task, Told } from '../page-answers.ts';

export async function taskOf(origin: string, index: number): Promise<Task> {
  return (await (await fetch(`${origin}/task/${index}`)).json()) as Task;
}

/** Reads by the recipe and tells it, or why it could not. Returns what is to be read next. */
export async function tellReading(
  target: { origin: string; way: 'live' | 'parsed'; index: number; parserUrl: string },
  recipeOf: () => Promise<PageRecipe | string>,
  read: (recipe: PageRecipe) => Promise<PageReading>,
): Promise<number | null> {
  const { origin, way, index, parserUrl } = target;
  const told: Told = { recipe: null, reading: null, why: '', parserUrl };
  try {
    const recipe = await recipeOf();
    if (typeof recipe === 'string') told.why = recipe;
    else {
      told.recipe = recipe;
      told.reading = await read(recipe);
    }
  } catch (error) {
    told.why = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const answer = await fetch(`${origin}/${way}/${index}`, { method: 'POST', body: JSON.stringify(told) });
  return ((await answer.json()) as Next).index;
}
