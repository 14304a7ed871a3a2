/** Texts by the name of their message, as in a `messages.json`: `meta.locale` is there under `meta_locale`. */
export type Messages = Record<string, string>;

/** The language that the user has chosen: the name of its locale, and its texts. */
export type ChosenLanguage = { name: string; messages: Messages };

/** The texts of a `messages.json`, which is a file of the extension. */
export function messagesOf(file: Record<string, { message: string }>): Messages {
  return Object.fromEntries(Object.entries(file).map(([name, { message }]) => [name, message]));
}

/**
 * A message with its values put in, as the browser and `@wxt-dev/i18n` do it: an object's by name (`{card}`), a list's
 * by place (`$1`), and a count chooses among the forms between ` | `.
 */
export function messageText(message: string, values: readonly unknown[]): string {
  const count = values.find((value) => typeof value === 'number');
  const listed = values.find(Array.isArray) ?? (count === undefined ? [] : [count]);
  const named = values.find(isNamed) ?? {};
  const placed = message.replace(/\$([$1-9])/g, (_, sign) =>
    sign === '$' ? '$' : `${listed[Number(sign) - 1] ?? ''}`,
  );
  const form = count === undefined ? placed : formFor(placed.split(' | '), count);
  return form.replace(/\{(\w+)\}/g, (place, name) => (Object.hasOwn(named, name) ? String(named[name]) : place));
}

function isNamed(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Of two forms the first is for one; of three the first is for none. */
function formFor(forms: readonly string[], count: number): string {
  const most = forms.length - 1;
  const place = most < 2 ? (count === 1 ? 0 : most) : count === 0 || count === 1 ? count : 2;
  return forms[place] ?? '';
}
