import { t } from '../../../utils/browser/i18n.ts';
import type { PageRecipe } from '../../../utils/core/page/recipe.ts';
import { exportRecipe } from '../../../utils/core/page/setup/export-recipe.ts';
import { useCopy } from '../../copy/use-copy.ts';
import '../../ui/page.css';
import '../../ui/button.css';

/** Copies how a page is read, for others with the same seller: without anything of the account. */
export function CopyRecipe({ recipe }: { recipe: PageRecipe }) {
  const { copied, copy } = useCopy();
  const copyRecipe = () => copy(JSON.stringify(exportRecipe(recipe), null, 2));
  return (
    <div>
      <button type="button" class="small-button" data-testid="copy-recipe" onClick={copyRecipe}>
        {t('page.limits.copy')}
      </button>
      <p role="status" class="page-quiet">
        {copied === null ? null : t(copied === 'yes' ? 'page.limits.copied' : 'page.limits.copyFailed')}
      </p>
    </div>
  );
}
