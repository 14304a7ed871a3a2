import type { PageCase, Surroundings } from '../../pages/page-case.ts';

/* What is read, in order: what is pointed at comes before what is read by it. */

export type PageJob = { page: PageCase; surroundings: Surroundings; pick: PageJob | null };

/**
 * bare: nothing around the pages. sample: of small pages every sixth in one kind of surroundings too, and every sixth of
 * the other shapes. full: small pages in all kinds, and every third of the other shapes in one.
 */
export type Extent = 'bare' | 'sample' | 'full';

const kinds = ['shop', 'offers', 'usage'] as const;

export function pageJobs(cases: readonly PageCase[], extent: Extent): PageJob[] {
  const bases = [...new Set(cases.map(({ base }) => base))];
  const isMeant = ({ base, isShape }: PageCase, kind: Surroundings) => {
    const index = bases.indexOf(base);
    const every = extent === 'sample' ? 6 : 3;
    const isChosen = index % every === 0;
    if (kind === 'none') return !isShape || isChosen || extent !== 'sample';
    const isInKind = isChosen && kinds[(index / every) % kinds.length] === kind;
    if (extent === 'full') return !isShape || isInKind;
    return extent === 'sample' && !isShape && isInKind;
  };
  return (['none', ...kinds] as const).flatMap((kind) =>
    jobsIn(
      kind,
      cases.filter((page) => isMeant(page, kind)),
    ),
  );
}

function jobsIn(surroundings: Surroundings, cases: readonly PageCase[]): PageJob[] {
  const isPicked = (page: PageCase) => page.variant === page.pickedOn;
  const picks: PageJob[] = cases.filter(isPicked).map((page) => ({ page, surroundings, pick: null }));
  const pickOf = (page: PageCase) =>
    picks.find((pick) => pick.page.base === page.base && pick.page.variant === page.pickedOn) ?? null;
  const reads = cases.filter((page) => !isPicked(page));
  return [...picks, ...reads.map((page) => ({ page, surroundings, pick: pickOf(page) }))];
}
