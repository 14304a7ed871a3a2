import { figureText, listText, t } from '../../../utils/browser/i18n.ts';
import { changesNothing, type ImportPreview } from '../../../utils/core/export/import-preview.ts';

/** What a file would change, in sentences; null: nothing. */
export function importPreviewText(preview: ImportPreview): string | null {
  if (changesNothing(preview)) return null;
  const { parts, added, replaced } = preview;
  const sentences = [
    parts.length === 0
      ? null
      : t('settings.file.changes', { what: listText(parts.map((part) => t(`settings.file.part.${part}`))) }),
    added.length === 0 ? null : t('settings.file.adds', { cards: figureText(listText(added)) }),
    replaced.length === 0 ? null : t('settings.file.replaces', { cards: figureText(listText(replaced)) }),
  ];
  return sentences.filter((sentence) => sentence !== null).join(' ');
}
