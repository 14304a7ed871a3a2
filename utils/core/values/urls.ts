/** The match pattern of an origin, without its port: not all browsers support ports in match patterns. */
export function toMatchPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/**
 * Names and addresses of hosts. A URL may have others, and one of them, "*", means any host in a match pattern: a
 * seller that named it would be granted all of the web.
 */
const ordinaryHost = /^([a-z0-9_-]+(\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\])$/;

/**
 * An address that may be opened, as the browser parses it: https, or plain http on this computer. Null: any other, or
 * one with a user name, which reads as if it were the host.
 */
export function safeHref(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, username, password, href } = new URL(url);
  const isLocal = protocol === 'http:' && isLoopback(hostname);
  const isOrdinary = username === '' && password === '' && ordinaryHost.test(hostname);
  return (protocol === 'https:' || isLocal) && isOrdinary ? href : null;
}

export function isSafeUrl(url: string): boolean {
  return safeHref(url) !== null;
}

/** A link to call a number, without what follows it, such as an extension; null if the text starts with no number. */
export function callLink(phone: string): string | null {
  const [number = ''] = /^\+?[\d\s().\-/]*/.exec(phone.trim()) ?? [];
  const digits = number.replace(/[^\d+]/g, '');
  return /\d{3}/.test(digits) ? `tel:${digits}` : null;
}

/** The host of an address, to be shown. What is no URL stays as it is: a name, or the empty origin of a manual account. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

/** The host as people say it. */
export function siteOf(url: string): string {
  return hostOf(url).replace(/^www\./, '');
}

/** Whether a host name is this computer. */
export function isLoopback(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/** The origin of a typed address, https where it has no scheme; null: not an address that requests may go to. */
export function parseOrigin(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return null;
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  return isSafeUrl(url) ? new URL(url).origin : null;
}

/**
 * Names that are nobody's in public: reserved for local networks (RFC 6762, RFC 8375, ICANN's `.internal`), or under
 * no domain that exists. Hotspots have some on their labels, such as `homerouter.cpe` and `mobilewifi.home`.
 */
const localName = /^([a-z0-9-]+\.)+(local|lan|home|internal|home\.arpa|cpe|hotspot)$/;

/** One word. Two letters are a country's domain, which may have a host of its own; longer domains may not (SAC 053). */
const oneWord = /^(?!xn--)[a-z0-9-]{3,}$/;

/**
 * Public names on the labels of hotspots, which answer to them: of Huawei, of ZTE. Others under `link` and
 * `ztedevice.com` may be anybody's.
 */
const hotspotNames = ['hi.link', 'ufi.ztedevice.com'];

/**
 * An address in the local network, where hotspots are: private by RFC 1918, a host name without a public domain, one
 * of their makers' names, this computer.
 */
export function isHotspotOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  if (!['http:', 'https:'].includes(protocol)) return false;
  const isPrivateAddress = /^(192\.168|10\.\d+|172\.(1[6-9]|2\d|3[01])|127\.0)\.\d+\.\d+$/.test(hostname);
  const isLocal = localName.test(hostname) || oneWord.test(hostname) || hotspotNames.includes(hostname);
  return isPrivateAddress || isLocal;
}
