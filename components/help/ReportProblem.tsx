import { locale, t } from '../../utils/browser/i18n.ts';
import { extensionVersion } from '../../utils/browser/messages.ts';
import { useCopy } from '../copy/use-copy.ts';
import '../ui/button.css';
import '../ui/page.css';
import './HelpPage.css';

/** A text to send to whoever gave out this Gigabar: which one it is, and nothing of cards and accounts. */
export function ReportProblem() {
  const { copied, copy } = useCopy();
  const report = reportText();
  return (
    <section class="page-section" id="report">
      <h2>{t('help.report.title')}</h2>
      <p>{t('help.report.says')}</p>
      <pre class="help-report" data-testid="report-text">
        {report}
      </pre>
      <button type="button" class="small-button" data-testid="copy-report" onClick={() => copy(report)}>
        {t('help.report.copy')}
      </button>
      <p role="status" class="page-quiet" data-testid="report-status">
        {copied === null ? null : t(copied === 'yes' ? 'help.report.copied' : 'help.report.copyFailed')}
      </p>
    </section>
  );
}

function reportText(): string {
  return [
    t('help.report.what'),
    '',
    t('help.report.expected'),
    '',
    `Gigabar ${extensionVersion()} · ${locale()}`,
    navigator.userAgent,
  ].join('\n');
}
