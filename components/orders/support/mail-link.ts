/** Chromium on Windows does not open mailto links of more than 2,048 characters. */
const maxMailLinkLength = 2000;

/** A draft to the seller. Lines that do not fit are dropped from the end: the least needed come last. */
export function mailLink(email: string, { subject, lines }: { subject: string; lines: readonly string[] }): string {
  const start = `mailto:${encodeURIComponent(email).replaceAll('%40', '@')}?subject=${encode(subject)}&body=`;
  let link = start;
  for (const [index] of lines.entries()) {
    const longer = start + encode(lines.slice(0, index + 1).join('\r\n'));
    if (longer.length > maxMailLinkLength) break;
    link = longer;
  }
  return link;
}

/** `encodeURIComponent` throws on a lone surrogate, which a seller's text may contain. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
