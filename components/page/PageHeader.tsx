import { t } from '../../utils/browser/i18n.ts';
import { extensionVersion } from '../../utils/browser/messages.ts';
import '../ui/page.css';
import './PageHeader.css';

const pages = [
  ['cards', 'connect.html'],
  ['history', 'history.html'],
  ['settings', 'options.html'],
  ['help', 'help.html'],
] as const;

/** On top of every page but the popup: the name, the pages, the version. */
export function PageHeader({ current }: { current: (typeof pages)[number][0] }) {
  return (
    <header class="page-header" data-testid="page-header">
      <strong class="page-wordmark">{t('app.name')}</strong>
      <nav aria-label={t('page.header.pages')}>
        {pages.map(([name, href]) => (
          <a key={name} href={href} aria-current={name === current ? 'page' : undefined}>
            {t(`page.header.${name}`)}
          </a>
        ))}
      </nav>
      <span class="page-version" data-testid="version">
        {t('page.header.version', { version: extensionVersion() })}
      </span>
    </header>
  );
}
