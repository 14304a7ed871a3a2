import * as v from 'valibot';
import { type HandKeptCard, type SettingsFile, settingsFileVersion } from '../export/settings-file.ts';
import { isSafeUrl } from '../values/urls.ts';
import { manualPlan } from './account-schemas.ts';
import { paceAsNeeded } from './migrations.ts';
import type { Schema } from './schema-parts.ts';
import { preference, settings } from './settings-schemas.ts';

/** Far more than anybody keeps by hand, and few enough to be saved at once. */
const maxCards = 200;
const shortText = v.pipe(v.string(), v.maxLength(1000));

const card = v.object({
  name: v.pipe(shortText, v.nonEmpty()),
  byteUnit: v.picklist([1000, 1024]),
  plan: v.pipe(
    manualPlan,
    v.check(({ renewal }) => renewal === null || isSafeUrl(renewal.url)),
  ),
  entries: v.record(shortText, shortText),
  preference,
});
const settingsFile: Schema<SettingsFile> = v.object({
  gigabar: v.literal(settingsFileVersion),
  settings,
  cards: v.pipe(v.array(card), v.maxLength(maxCards)),
});
const versionOf = v.object({ gigabar: v.pipe(v.number(), v.integer()) });

export type FileProblem = 'noSettings' | 'newer' | 'damaged';

type FirstFile = { settings?: unknown };

/** As it is written by this version. */
function fromFirst(file: FirstFile): object {
  const { settings: saved } = file;
  const isRecord = typeof saved === 'object' && saved !== null;
  return { ...file, gigabar: settingsFileVersion, settings: isRecord ? paceAsNeeded({ ...saved }) : saved };
}

/** What a file the user chose holds; a part that makes no sense is never left out silently. */
export function parseSettingsFile(text: string): SettingsFile | FileProblem {
  const content = parseJson(text);
  const version = v.safeParse(versionOf, content);
  if (!version.success) return 'noSettings';
  if (version.output.gigabar > settingsFileVersion) return 'newer';
  const parsed = v.safeParse(settingsFile, version.output.gigabar === 1 ? fromFirst(content as FirstFile) : content);
  return parsed.success ? parsed.output : 'damaged';
}

/** One card, from wherever it came; null: it makes no sense. */
export function parseHandKeptCard(value: unknown): HandKeptCard | null {
  const parsed = v.safeParse(card, value);
  return parsed.success ? parsed.output : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
