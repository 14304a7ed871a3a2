/** Chromium on Windows opens nothing for a mail address and text of more than 2,048 characters. */
const maxMailLinkLength = 2000;

/** A draft to the seller. Lines that find no room are left out from the end: the least needed are last. */
export function mailLink(email: string, { subject, lines }: { subject: string; lines: readonly string[] }): string {
  const start = `mailto:${encodeURIComponent(email).replaceAll('%40', '@')}?subject=${encoded(subject)}&body=`;
  let link = start;
  for (const [at] of lines.entries()) {
    const longer = start + encoded(lines.slice(0, at + 1).join('\r\n'));
    if (longer.length > maxMailLinkLength) break;
    link = longer;
  }
  return link;
}

/** A text from a seller may hold half a character, which has no code. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** The number to call; null where it does not begin like one. What follows it, an extension, is no part of it. */
export function callLink(phone: string): string | null {
  const [number = ''] = /^\+?[\d\s().\-/]*/.exec(phone.trim()) ?? [];
  const digits = number.replace(/[^\d+]/g, '');
  return /\d{3}/.test(digits) ? `tel:${digits}` : null;
}
