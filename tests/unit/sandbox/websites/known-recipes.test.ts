import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { pageTreeOf } from '../../../../utils/browser/page/page-document.ts';
import { amountCandidates } from '../../../../utils/core/page/pick/amount-candidates.ts';
import { amountAtKnownPlace } from '../../../../utils/core/page/pick/known-place.ts';
import { parseStored } from '../../../../utils/core/storage/stored-values.ts';
import { knownRecipes, recipesFor } from '../../../../utils/providers/page/recipes/known-recipes.ts';
import { openWebsite, signInAs } from './website-setup.ts';

function treeOf(url: string, html: string) {
  const window = new Window({ url, settings: { disableJavaScriptEvaluation: true } });
  window.document.write(html);
  return pageTreeOf(window.document as unknown as Document, url);
}

describe('a recipe of a known site', () => {
  test.each(knownRecipes.map((recipe) => [recipe.address.origin, recipe] as const))(
    'has the form of a stored one and nothing of an account: %s',
    (_, recipe) => {
      expect(parseStored('recipe', recipe)).toEqual(recipe);
      expect(recipe.salt).toBe('');
      expect(recipe.account?.marks.every(({ hash }) => hash === '')).toBe(true);
      expect(recipe.parts.flatMap(({ figure }) => figure.identifiers)).toEqual([]);
    },
  );

  test.each(['en', 'de', 'zh'] as const)('marks the number on its site, of whatever plan: %s', async (language) => {
    const site = await openWebsite({ language });
    const url = `https://${language}.brightwater.example/account`;
    const places = recipesFor(url).flatMap(({ parts }) => parts.map(({ figure }) => figure));
    const marked = async (user: 'anna' | 'ben') => {
      const visitor = await signInAs(site, user);
      return amountAtKnownPlace(amountCandidates(treeOf(url, (await visitor.get('/account')).body)), places);
    };
    expect((await marked('anna'))?.run.text).toMatch(/^2[.,]75 GB/);
    expect((await marked('ben'))?.run.text).toMatch(/^6[.,]4 GB/);
    site.redesign();
    expect(await marked('anna')).toBeNull();
  });

  test('is for its own page alone', () => {
    expect(recipesFor('https://en.brightwater.example/account')).toHaveLength(1);
    for (const url of ['https://en.brightwater.example/', 'https://other.example/account', 'no address']) {
      expect(recipesFor(url)).toEqual([]);
    }
  });
});
