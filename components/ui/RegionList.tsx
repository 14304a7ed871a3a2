import { useState } from 'preact/hooks';
import { locale, t } from '../../utils/browser/i18n.ts';
import './RegionList.css';
import { matching, regionNames } from '../format/region-names.ts';

const searchedFrom = 13;

/** Where a plan works; with a search field where the list is long. */
export function RegionList({ regions }: { regions: readonly string[] }) {
  const [typed, type] = useState('');
  const names = regionNames(regions);
  const found = matching(names, typed);
  return (
    <span class="region-list" data-testid="regions">
      {names.length >= searchedFrom ? (
        <input
          type="search"
          data-testid="region-search"
          aria-label={t('popup.findRegion')}
          placeholder={t('popup.findRegion')}
          value={typed}
          onInput={(event) => type(event.currentTarget.value)}
        />
      ) : null}
      <span role="status">
        {found.length === 0 ? t('popup.noRegion', { name: typed.trim() }) : new Intl.ListFormat(locale()).format(found)}
      </span>
    </span>
  );
}
