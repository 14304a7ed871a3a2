import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Entry, MirrorDefinition } from '../mirror.ts';

/* A ZTE hotspot (goform): JSON with string values only, sent as HTML; it answers only requests from its own page. */

/** How a model that tells its counters to the session of its page alone answers everybody else. */
export type WithoutSession = 'empty' | 'redirect' | 'page' | 'result' | 'status';

/**
 * `prefix`: of most names in some firmware. `withoutSession` null: there is no session. `hidesVersion`: everything else
 * is answered likewise without one. `clearsMonthly` false: the counters never begin anew.
 */
export type ZteOptions = {
  prefix?: '' | 'flux_';
  withoutSession?: WithoutSession | null;
  hidesVersion?: boolean;
  clearsMonthly?: boolean;
};

const mib = 2 ** 20;
const failure = { result: 'failure' };
const cookieName = 'stok';
/** What is told without a session too. */
const openNames = ['network_provider', 'network_provider_fullname', 'ppp_status', 'wa_inner_version'];
/** The response without a sign-in. */
const signedOut = { monthly_rx_bytes: '', monthly_tx_bytes: '', data_volume_limit_switch: '', network_provider: '' };

export function zteMirror(options: ZteOptions = {}): MirrorDefinition {
  return {
    id: 'zte-goform',
    routes: (read) => routesFor(read, options),
    sessionOver: (read) => routesFor(read, { ...options, withoutSession: options.withoutSession ?? 'redirect' }),
    entries: {},
    rateLimit: null,
    badCredential: { status: 200, body: JSON.stringify(signedOut) },
  };
}

export const zteGoformMirror: MirrorDefinition = zteMirror();

function routesFor(
  read: () => Entry,
  { prefix = '', withoutSession = null, hidesVersion = false, clearsMonthly = true }: ZteOptions,
): Hono {
  /** Of the one session that there can be. */
  let token: string | null = null;
  const isSignedIn = (c: Context) => token !== null && getCookie(c, cookieName) === token;
  const isOwnPage = (c: Context) => c.req.header('referer') === `http://${c.req.header('host')}/index.html`;
  const refuse = (c: Context, names: string[], values: Record<string, string>) => {
    switch (withoutSession) {
      case 'redirect':
        return c.redirect('/index.html');
      case 'page':
        return c.html(homePage);
      case 'result':
        return json(c, { result: 'session expired' });
      case 'status':
        return json(c, { status: 'fail' });
      default:
        return json(c, membersOf(names, values, openNames));
    }
  };

  return new Hono()
    .get('/', (c) => c.redirect('/index.html'))
    .get('/index.html', (c) => c.html(homePage))
    .post('/goform/goform_set_cmd_process', async (c) => {
      const { goformId } = await c.req.parseBody();
      if (goformId !== 'LOGIN') return json(c, failure);
      token = randomBytes(32).toString('hex').toUpperCase();
      setCookie(c, cookieName, token, { path: '/', httpOnly: true });
      return json(c, { result: '0' });
    })
    .get('/goform/goform_get_cmd_process', (c) => {
      const { isTest, multi_data: isMulti, cmd = '' } = c.req.query();
      const names = cmd.split(',');
      if (!isOwnPage(c) || isTest !== 'false' || (isMulti !== '1' && names.length > 1)) return json(c, failure);
      const values = valuesOf(read(), prefix, clearsMonthly);
      const isOpen = !hidesVersion && names.every((name) => openNames.includes(name));
      if (withoutSession !== null && !isOpen && !isSignedIn(c)) return refuse(c, names, values);
      return json(c, membersOf(names, values));
    });
}

/** Names that are not listed are unknown to the firmware, which sends an empty string for them. */
function membersOf(names: string[], values: Record<string, string>, told: readonly string[] = names) {
  return Object.fromEntries(names.map((name) => [name, told.includes(name) ? (values[name] ?? '') : '']));
}

function json(c: Context, body: object): Response {
  return c.body(JSON.stringify(body), 200, { 'content-type': 'text/html' });
}

function valuesOf(
  { kind, name, quotaBytes, usedBytes, expiresAt }: Entry,
  prefix: string,
  clearsMonthly: boolean,
): Record<string, string> {
  const sent = Math.floor(usedBytes / 8);
  const mb = Math.max(1, Math.floor(quotaBytes / mib));
  return {
    [`${prefix}monthly_rx_bytes`]: String(usedBytes - sent),
    [`${prefix}monthly_tx_bytes`]: String(sent),
    [`${prefix}data_volume_limit_switch`]: kind === 'known' ? '1' : '0',
    [`${prefix}data_volume_limit_unit`]: 'data',
    [`${prefix}data_volume_limit_size`]: kind !== 'known' ? '' : mb % 1024 === 0 ? `${mb / 1024}_1024` : `${mb}_1`,
    [`${prefix}data_volume_alert_percent`]: '80',
    [prefix === '' ? 'wan_auto_clear_flow_data_switch' : 'flux_auto_clear_flow_data_switch']: clearsMonthly
      ? 'on'
      : 'off',
    [prefix === '' ? 'traffic_clear_date' : 'flux_clear_date']:
      expiresAt === null ? '1' : String(new Date(expiresAt).getDate()),
    [prefix === '' ? 'network_provider' : 'network_provider_fullname']: name,
    ppp_status: 'ppp_connected',
    wa_inner_version: 'BD_MC801AV1.0.0B07',
  };
}

/** The hotspot's own page, where the user signs in; the session is the browser's. */
const homePage = `<!DOCTYPE html><html><head><title>Mobile Hotspot</title></head><body>
<button id="login">Log In</button><p id="state"></p>
<script>
document.getElementById('login').onclick = async () => {
  const body = new URLSearchParams({ isTest: 'false', goformId: 'LOGIN', password: '' });
  const { result } = await (await fetch('/goform/goform_set_cmd_process', { method: 'POST', body })).json();
  document.getElementById('state').textContent = result === '0' ? 'Logged in' : 'Failed';
};
</script></body></html>`;
