import { useState } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import type { PageRecipe } from '../../../utils/core/page/recipe.ts';
import { exportRecipe } from '../../../utils/core/page/setup/export-recipe.ts';
import '../../ui/page.css';
import '../../ui/button.css';

/** Copies how a page is read, for others with the same seller: without anything of the account. */
export function CopyRecipe({ recipe }: { recipe: PageRecipe }) {
  const [result, setResult] = useState<'copied' | 'copyFailed' | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(JSON.stringify(exportRecipe(recipe), null, 2)).then(
      () => setResult('copied'),
      () => setResult('copyFailed'),
    );
  return (
    <div>
      <button type="button" class="small-button" data-testid="copy-recipe" onClick={copy}>
        {t('page.limits.copy')}
      </button>
      <p role="status" class="page-quiet">
        {result === null ? null : t(`page.limits.${result}`)}
      </p>
    </div>
  );
}
