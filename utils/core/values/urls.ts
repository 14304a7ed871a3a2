/** The match pattern that lets us read an origin: ports cannot be told apart in all browsers, so they are left out. */
export function toMatchPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** https, or plain http on this very computer. */
export function isSafeUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}

/** Only the origin of what was typed counts; without a scheme it means https. Null: not an address we may ask. */
export function parseOrigin(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return null;
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  return isSafeUrl(url) ? new URL(url).origin : null;
}

/** An address of one's own network, where hotspots are: private by RFC 1918, a name without a domain, this computer. */
export function isHotspotOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  if (!['http:', 'https:'].includes(protocol)) return false;
  const isOwn = /^(192\.168|10\.\d+|172\.(1[6-9]|2\d|3[01])|127\.0)\.\d+\.\d+$/.test(hostname);
  return isOwn || /^[a-z0-9-]+(\.(local|lan|home|hotspot))?$/i.test(hostname);
}
