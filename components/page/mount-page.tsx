import { type ComponentChildren, render } from 'preact';
import { setDocumentLanguage } from '../../utils/browser/i18n.ts';
import { watchStored } from '../../utils/browser/storage.ts';
import { keys } from '../../utils/browser/storage-keys.ts';
import { LastCatch } from './LastCatch.tsx';
import { PageError } from './PageError.tsx';
import { applyBranding } from './seller-branding.ts';
import '../ui/tokens.css';

/**
 * `load` applies the look of the page (`page-look.ts`), so that the words of `title` and `view` are of the language that
 * was chosen. `isTrial`: what is loaded may not be sound; where it cannot be rendered it is loaded again before anything
 * is said.
 */
type PageParts<T> = {
  title: () => string;
  load: (isFirst: boolean) => Promise<T>;
  view: (loaded: T) => ComponentChildren;
  isTrial?: (loaded: T) => boolean;
};

/** Renders a page once what it shows is loaded. `onShown`: after that. */
export function mountPage<T>(
  { title, load, view, isTrial = () => false }: PageParts<T>,
  onShown: (app: HTMLElement) => void = () => undefined,
) {
  applyBranding(document);
  const app = document.getElementById('app');
  if (!app) return;
  let attempt = 0;
  const start = (focus: () => void = () => undefined) => {
    attempt += 1;
    const show = (content: ComponentChildren, isOnTrial: boolean) => {
      setDocumentLanguage(document, title());
      render(
        <LastCatch key={attempt} retry={() => start()} isTrial={isOnTrial}>
          {content}
        </LastCatch>,
        app,
      );
    };
    load(attempt === 1).then(
      (loaded) => {
        show(view(loaded), isTrial(loaded));
        onShown(app);
        focus();
      },
      (error: unknown) => show(<PageError error={error} retry={() => start()} />, false),
    );
  };
  start();
  // Other words: everything is rendered anew, and the focus stays on what has just been chosen.
  watchStored((names) => {
    if (names.includes(keys.language.name)) start(focusOnSame(app));
  });
}

function focusOnSame(app: HTMLElement): () => void {
  const testId = (document.activeElement as HTMLElement | null)?.dataset.testid;
  if (testId === undefined) return () => undefined;
  return () => app.querySelector<HTMLElement>(`[data-testid="${CSS.escape(testId)}"]`)?.focus();
}
