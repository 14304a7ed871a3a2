import { t } from '../../utils/browser/i18n.ts';
import '../ui/page.css';

const facts = ['where', 'sent', 'pages', 'password', 'money', 'nobody', 'synced', 'deleted'] as const;

/** What is read, where it stays, and when it goes: PRIVACY.md in short. */
export function PrivacyText() {
  return (
    <section class="page-section help-answer" id="privacy">
      <h2>{t('help.privacy.title')}</h2>
      <ul>
        {facts.map((name) => (
          <li key={name}>{t(`help.privacy.${name}`)}</li>
        ))}
      </ul>
    </section>
  );
}
