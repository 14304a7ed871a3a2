import type { PageReading } from '../../../utils/core/page/reading.ts';
import type { PageRecipe } from '../../../utils/core/page/recipe.ts';

/* What the test's server and the pages of its extension say to each other. */

/** What was pointed at, and what the person answers. */
export type Pick = { bytes: number; role: 'left' | 'used'; byteUnit: 1000 | 1024 };

/** `pick`: first point at the number; else `recipe` is what an earlier page gave, null if it gave none. */
export type Task = { pick: Pick | null; recipe: PageRecipe | null; now: number; zone: string };

/** `why`: what went wrong as the number was pointed at. */
export type Told = { recipe: PageRecipe | null; reading: PageReading | null; why: string; parserUrl: string };

export type Next = { index: number | null };
