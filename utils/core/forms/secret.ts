/* Keys, tokens and logins, as they come from a page they were copied from. */

/** Never seen, and never part of a key: a page puts them in to break a long line, a chat to mark a direction. */
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** Around a key in documents and chats. */
const pairs = ['""', "''", '``', '“”', '„“', '”“', '‘’', '‚‘', '«»', '»«', '‹›', '「」', '『』', '＂＂'];

/** Without what is not seen, and spaces around it. */
export function withoutUnseen(typed: string): string {
  return typed.replace(unseen, '').trim();
}

/** The same without quotes around it, which no key has. */
export function cleanSecret(typed: string): string {
  const text = withoutUnseen(typed);
  const isQuoted = text.length > 1 && pairs.includes(`${text[0]}${text.at(-1)}`);
  return isQuoted ? text.slice(1, -1).trim() : text;
}

/** The longest known token has 3 000 characters; servers take 8 000 of headers and more. */
export const maxSecretLength = 8000;

/** The first character of a cleaned secret that no header can carry; null: there is none. */
export function unsendableCharacter(secret: string): string | null {
  return /[^\x20-\x7e]/u.exec(secret)?.[0] ?? null;
}

/** Whether a cleaned secret can be sent as a token. */
export function isSendable(secret: string): boolean {
  return secret !== '' && secret.length <= maxSecretLength && unsendableCharacter(secret) === null;
}

/** As it can be shown: by its number where nothing would be seen of it. */
export function characterText(character: string): string {
  if (!/[\p{C}\p{M}\p{Z}]/u.test(character)) return character;
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A field that is typed hidden, and kept apart from everything else of an account. `kind`: of the field. */
export function isSecret({ kind }: { kind: string }): boolean {
  return kind === 'secret' || kind === 'password';
}
