export type CardId = { accountId: string; cardKey: string };

export function isSameCard(a: CardId | null, b: CardId | null): boolean {
  return a?.accountId === b?.accountId && a?.cardKey === b?.cardKey;
}

/** A card's id as one text, for storage keys, notification ids and `popup.html?card=`. */
export function formatCardId({ accountId, cardKey }: CardId): string {
  return `${accountId}/${encodeURIComponent(cardKey)}`;
}

/** The inverse of `formatCardId`; null: not such a text. */
export function parseCardId(text: string): CardId | null {
  const slash = text.indexOf('/');
  if (slash < 1) return null;
  try {
    return { accountId: text.slice(0, slash), cardKey: decodeURIComponent(text.slice(slash + 1)) };
  } catch {
    return null;
  }
}
