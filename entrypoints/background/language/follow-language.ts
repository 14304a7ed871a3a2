import { setMessages } from '../../../utils/browser/i18n.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { shippedLocales } from '../../../utils/core/language/locale-name.ts';
import { oneAtATime } from '../state/one-at-a-time.ts';
import { read, remove, write } from '../state/state-store.ts';
import { readMessages } from './read-messages.ts';

/** The locale of this worker's words; null: the browser's, as when it starts. */
let spoken: string | null = null;
let knowing: Promise<void> | null = null;

const inTurn = oneAtATime();

/**
 * Speaks the chosen language from now on; null: that of the browser. Its texts are read from their file once, and kept
 * where pages find them.
 */
export function followLanguage(chosen: string | null): Promise<void> {
  return inTurn(() => speak(chosen !== null && shippedLocales.includes(chosen) ? chosen : null));
}

async function speak(name: string | null): Promise<void> {
  if (name === spoken) return;
  if (name === null) {
    setMessages(null);
    await remove([keys.language]);
  } else {
    const saved = await read(keys.language);
    const messages = saved?.name === name ? saved.messages : await readMessages(name);
    setMessages(messages);
    if (saved?.name !== name) await write(keys.language, { name, messages });
  }
  spoken = name;
}

/** Until it is settled whether a language was chosen; once in the life of a worker. */
export function knowLanguage(): Promise<void> {
  knowing ??= read(keys.settings)
    .then((settings) => followLanguage(settings?.language ?? null))
    .catch(() => undefined);
  return knowing;
}

/** After an update the kept texts are of another version than the rest. */
export function readLanguageAnew(): Promise<void> {
  return inTurn(async () => {
    const saved = await read(keys.language);
    if (saved === null) return;
    const messages = await readMessages(saved.name);
    setMessages(messages);
    await write(keys.language, { ...saved, messages });
  });
}
