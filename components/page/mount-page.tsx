import { type ComponentChildren, render } from 'preact';
import { setDocumentLanguage } from '../../utils/browser/i18n.ts';
import { applyBranding } from '../ui/seller-branding.ts';
import { LastCatch } from './LastCatch.tsx';
import { PageError } from './PageError.tsx';
import '../ui/tokens.css';

type PageParts<T> = { title: string; load: () => Promise<T>; view: (loaded: T) => ComponentChildren };

/** Renders a page once what it shows is loaded. `onShown`: after that. */
export function mountPage<T>(
  { title, load, view }: PageParts<T>,
  onShown: (app: HTMLElement) => void = () => undefined,
) {
  setDocumentLanguage(document, title);
  applyBranding(document);
  const app = document.getElementById('app');
  if (!app) return;
  let attempt = 0;
  const start = () => {
    attempt += 1;
    const show = (content: ComponentChildren) =>
      render(
        <LastCatch key={attempt} retry={start}>
          {content}
        </LastCatch>,
        app,
      );
    load().then(
      (loaded) => {
        show(view(loaded));
        onShown(app);
      },
      (error: unknown) => show(<PageError error={error} retry={start} />),
    );
  };
  start();
}
