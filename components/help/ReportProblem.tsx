import { useState } from 'preact/hooks';
import { locale, t } from '../../utils/browser/i18n.ts';
import { extensionVersion } from '../../utils/browser/messages.ts';
import '../ui/button.css';
import '../ui/page.css';
import './HelpPage.css';

/** A text to send to whoever gave out this Gigabar: which one it is, and nothing of cards and accounts. */
export function ReportProblem() {
  const [result, setResult] = useState<'copied' | 'copyFailed' | null>(null);
  const report = reportText();
  const copy = () =>
    navigator.clipboard.writeText(report).then(
      () => setResult('copied'),
      () => setResult('copyFailed'),
    );
  return (
    <section class="page-section" id="report">
      <h2>{t('help.report.title')}</h2>
      <p>{t('help.report.says')}</p>
      <pre class="help-report" data-testid="report-text">
        {report}
      </pre>
      <button type="button" class="small-button" data-testid="copy-report" onClick={copy}>
        {t('help.report.copy')}
      </button>
      <p role="status" class="page-quiet" data-testid="report-status">
        {result === null ? null : t(`help.report.${result}`)}
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
