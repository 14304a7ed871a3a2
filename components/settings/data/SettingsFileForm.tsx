import { useRef, useState } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import { send } from '../../../utils/browser/messages.ts';
import { previewImport } from '../../../utils/core/export/import-preview.ts';
import type { SettingsFile } from '../../../utils/core/export/settings-file.ts';
import { downloadFile } from '../../history/download-file.ts';
import { useFocusBack } from '../../hooks/use-focus-back.ts';
import { DeletingQuestion } from '../shared/DeletingQuestion.tsx';
import { importPreviewText } from './import-preview-text.ts';
import '../../ui/button.css';
import '../../ui/page.css';
import './SettingsFileForm.css';

/** Far more than all settings and cards take. */
const maxFileBytes = 1_000_000;

type Asked = { file: SettingsFile; says: string };

/** Saves settings and cards kept by hand in a file, and takes them from one, once it is seen what that changes. */
export function SettingsFileForm() {
  const [asked, ask] = useState<Asked | null>(null);
  const [status, setStatus] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const button = useFocusBack(asked !== null);

  const save = async () => {
    const file = await send('exportSettings', {});
    downloadFile('gigabar-settings.json', JSON.stringify(file, null, 2), 'application/json');
    setStatus(t('settings.file.saved'));
  };
  const open = async (chosen: File) => {
    setStatus('');
    if (chosen.size > maxFileBytes) return setStatus(t('settings.file.problem.noSettings'));
    const file = await send('readSettingsFile', { text: await chosen.text() });
    if (typeof file === 'string') return setStatus(t(`settings.file.problem.${file}`));
    const says = importPreviewText(previewImport(file, await send('exportSettings', {})));
    if (says === null) setStatus(t('settings.file.nothingNew'));
    else ask({ file, says });
  };
  const take = async (file: SettingsFile) => {
    const isDone = await send('importSettings', { file }).then(
      () => true,
      () => false,
    );
    setStatus(t(isDone ? 'settings.file.taken' : 'settings.notSaved'));
    ask(null);
  };
  const fail = () => setStatus(t('settings.file.failed'));
  return (
    <div class="settings-data">
      <p>{t('settings.file.says')}</p>
      {asked ? (
        <DeletingQuestion
          title={t('settings.file.title')}
          says={asked.says}
          yes={t('settings.file.yes')}
          onNo={() => ask(null)}
          onYes={() => take(asked.file)}
        />
      ) : (
        <div class="settings-data-actions">
          <button
            type="button"
            class="small-button"
            data-testid="export-settings"
            onClick={() => void save().catch(fail)}
          >
            {t('settings.file.save')}
          </button>
          <button
            type="button"
            class="small-button"
            data-testid="import-settings"
            ref={button}
            onClick={() => input.current?.click()}
          >
            {t('settings.file.open')}
          </button>
        </div>
      )}
      <input
        type="file"
        accept=".json,application/json"
        hidden
        data-testid="import-file"
        ref={input}
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          // The same file can be chosen again.
          if (chosen)
            void open(chosen)
              .catch(fail)
              .finally(() => (currentTarget.value = ''));
        }}
      />
      <p role="status" class="page-quiet" data-testid="file-status">
        {status}
      </p>
    </div>
  );
}
