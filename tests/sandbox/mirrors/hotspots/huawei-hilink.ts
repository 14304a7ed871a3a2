import { randomBytes } from 'node:crypto';
import { type Context, Hono, type Next } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Entry, MirrorDefinition } from '../mirror.ts';

/* A HiLink hotspot: flat XML, errors with HTTP 200, a token and a session cookie for every request. */

/**
 * `cookieOn`: the response that sets the session cookie; null: none, clients take it from `SesInfo`. `checksCookie`
 * false: for clients without a cookie jar. `isOlder`: the token has another address. `limitError`: the code that
 * requests for the limit are answered with.
 */
export type HilinkOptions = {
  cookieOn?: 'token' | 'page' | null;
  needsLogin?: boolean;
  checksCookie?: boolean;
  isOlder?: boolean;
  limitError?: number | null;
};

const mib = 2 ** 20;
const prolog = '<?xml version="1.0" encoding="UTF-8"?>\n';
const noSupport = 100002;
const noRights = 100003;
const wrongToken = 125001;
const wrongSession = 125002;
const wrongSessionToken = 125003;

export function hilinkMirror(options: HilinkOptions = {}): MirrorDefinition {
  return {
    id: 'huawei-hilink',
    routes: (read) => routesFor(read, options),
    sessionOver: (read) => routesFor(read, { ...options, needsLogin: true }),
    entries: {},
    rateLimit: null,
    badCredential: { status: 200, body: errorXml(noRights) },
    wire: 'xml',
  };
}

/** Sets no cookie, as Node stores none. */
export const huaweiHilinkMirror: MirrorDefinition = hilinkMirror({ cookieOn: null });

export const strictHilinkMirror: MirrorDefinition = hilinkMirror();

/** `token`: valid until the next one is issued. */
type Session = { id: string; token: string; isSignedIn: boolean };

function routesFor(read: () => Entry, options: HilinkOptions): Hono {
  const { cookieOn = 'token', needsLogin = false, checksCookie = true } = options;
  const { isOlder = false, limitError = null } = options;
  const sessions = new Map<string, Session>();
  const shared = newSession();
  const sessionOf = (c: Context) => (checksCookie ? sessions.get(getCookie(c, 'SessionID') ?? '') : shared);
  const openSession = (c: Context, setsCookie: boolean) => {
    const session = sessionOf(c) ?? newSession();
    sessions.set(session.id, session);
    if (setsCookie) setCookie(c, 'SessionID', session.id, { path: '/', httpOnly: true });
    return session;
  };
  const requireToken = async (c: Context, next: Next) => {
    const session = sessionOf(c);
    const token = c.req.header('__RequestVerificationToken');
    if (!session) return xml(c, errorXml(wrongSession));
    if (token !== session.token) return xml(c, errorXml(token ? wrongSessionToken : wrongToken));
    return next();
  };
  const requireSignIn = async (c: Context, next: Next) =>
    needsLogin && !sessionOf(c)?.isSignedIn ? xml(c, errorXml(noRights)) : next();

  return new Hono()
    .get('/', (c) => {
      openSession(c, cookieOn === 'page');
      return c.html(homePage);
    })
    .get('/api/webserver/:address{SesTokInfo|token}', (c) => {
      if ((c.req.param('address') === 'token') !== isOlder) return c.notFound();
      const session = openSession(c, cookieOn === 'token');
      session.token = randomBytes(24).toString('base64');
      const { id, token } = session;
      return xml(c, responseXml(isOlder ? { token } : { SesInfo: `SessionID=${id}`, TokInfo: token }));
    })
    .post('/api/user/login', requireToken, (c) => {
      const session = sessionOf(c);
      if (session) session.isSignedIn = true;
      return xml(c, `${prolog}<response>OK</response>`);
    })
    .get('/api/monitoring/month_statistics', requireToken, requireSignIn, (c) =>
      xml(c, responseXml(statisticsOf(read()))),
    )
    .get('/api/monitoring/start_date', requireToken, requireSignIn, (c) =>
      xml(c, limitError === null ? responseXml(startDateOf(read())) : errorXml(limitError)),
    )
    .get('/api/net/current-plmn', requireToken, (c) => {
      const { name } = read();
      return xml(c, responseXml({ State: 0, FullName: name, ShortName: name.slice(0, 8), Numeric: 24001, Rat: 7 }));
    })
    .all('/api/*', (c) => xml(c, errorXml(noSupport)));
}

function newSession(): Session {
  return { id: randomBytes(32).toString('hex'), token: '', isSignedIn: false };
}

/** A router counts the usage, with or without a limit. */
function statisticsOf({ usedBytes, startsAt, measuredAt }: Entry) {
  const upload = Math.floor(usedBytes / 20);
  const cleared = new Date(startsAt ?? measuredAt);
  return {
    CurrentMonthDownload: usedBytes - upload,
    CurrentMonthUpload: upload,
    MonthDuration: 175_201,
    MonthLastClearTime: `${cleared.getFullYear()}-${cleared.getMonth() + 1}-${cleared.getDate()}`,
  };
}

/** Whole GB or MB, at least one; "0MB" means no limit. */
function startDateOf({ kind, quotaBytes, expiresAt }: Entry) {
  const mb = Math.max(1, Math.floor(quotaBytes / mib));
  const limit = mb % 1024 === 0 ? `${mb / 1024}GB` : `${mb}MB`;
  return {
    StartDay: expiresAt === null ? 1 : new Date(expiresAt).getDate(),
    DataLimit: kind === 'known' ? limit : '0MB',
    DataLimitAwoke: 0,
    MonthThreshold: 90,
    SetMonthData: kind === 'known' ? 1 : 0,
    trafficmaxlimit: kind === 'known' ? mb * mib : 0,
    turnoffdataenable: 0,
    turnoffdataswitch: 0,
    turnoffdataflag: 0,
  };
}

function responseXml(tags: Record<string, string | number>): string {
  const lines = Object.entries(tags).map(([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>\n`);
  return `${prolog}<response>\n${lines.join('')}</response>\n`;
}

function errorXml(code: number): string {
  return `${prolog}<error>\n<code>${code}</code>\n<message></message>\n</error>\n`;
}

function escapeXml(text: string): string {
  const entities: Record<string, string> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };
  return text.replace(/[&<>"']/g, (sign) => `&${entities[sign]};`);
}

function xml(c: Context, body: string): Response {
  return c.body(body, 200, { 'content-type': 'text/xml' });
}

/** The hotspot's own page, where the user signs in; the session is the browser's. */
const homePage = `<!DOCTYPE html><html><head><title>Mobile WiFi</title></head><body>
<button id="login">Log In</button><p id="state"></p>
<script>
document.getElementById('login').onclick = async () => {
  const xml = await (await fetch('/api/webserver/SesTokInfo')).text();
  const token = new DOMParser().parseFromString(xml, 'text/xml').querySelector('TokInfo').textContent;
  const headers = { __RequestVerificationToken: token };
  const response = await (await fetch('/api/user/login', { method: 'POST', headers, body: '<request/>' })).text();
  document.getElementById('state').textContent = response.includes('OK') ? 'Logged in' : 'Failed';
};
</script></body></html>`;
