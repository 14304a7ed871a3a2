import { useState } from 'preact/hooks';
import { listText, t } from '../../utils/browser/i18n.ts';
import './RegionList.css';
import { filterNames, regionNames } from '../format/region-names.ts';

const minSearchCount = 13;

/** The regions of a plan, with a search field if the list is long. */
export function RegionList({ regions }: { regions: readonly string[] }) {
  const [query, setQuery] = useState('');
  const names = regionNames(regions);
  const found = query.trim() === '' ? null : filterNames(names, query);
  return (
    <span class="region-list" data-testid="regions">
      {names.length >= minSearchCount ? (
        <input
          type="search"
          data-testid="region-search"
          aria-label={t('popup.findRegion')}
          placeholder={t('popup.findRegion')}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      ) : null}
      {found === null ? <span>{listText(names)}</span> : null}
      <span role="status">
        {found?.length === 0 ? t('popup.noRegion', { name: query.trim() }) : found && listText(found)}
      </span>
    </span>
  );
}
