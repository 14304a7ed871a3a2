import { t } from '../../utils/browser/i18n.ts';
import { PageHeader } from '../page/PageHeader.tsx';
import { PrivacyText } from './PrivacyText.tsx';
import { ReportProblem } from './ReportProblem.tsx';
import '../ui/disclosure.css';
import '../ui/page.css';
import './HelpPage.css';

const questions = ['noAlert', 'hotspot', 'afterPaying', 'old', 'estimate', 'units', 'website', 'secret'] as const;

/** The questions people ask, what becomes of their data, and the way to report a problem. */
export function HelpPage() {
  return (
    <>
      <PageHeader current="help" />
      <main class="page">
        <h1>{t('help.title')}</h1>
        {questions.map((name) => (
          <section class="help-answer" key={name}>
            <h2>{t(`help.${name}.question`)}</h2>
            <p>{t(`help.${name}.answer`)}</p>
          </section>
        ))}
        <PrivacyText />
        <ReportProblem />
      </main>
    </>
  );
}
