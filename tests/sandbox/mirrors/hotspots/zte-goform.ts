import { Hono } from 'hono';
import type { Entry, MirrorDefinition } from '../mirror.ts';

/* A ZTE hotspot (goform): JSON with string values only, sent as HTML; it answers only requests from its own page. */

/** `checksReferer` false: for clients that cannot set the header. `prefix`: of most names in some firmware. */
export type ZteOptions = { checksReferer?: boolean; prefix?: '' | 'flux_' };

const mib = 2 ** 20;
const failure = { result: 'failure' };
/** The response without a sign-in. */
const signedOut = { monthly_rx_bytes: '', monthly_tx_bytes: '', data_volume_limit_switch: '', network_provider: '' };

export function zteMirror(options: ZteOptions = {}): MirrorDefinition {
  return {
    id: 'zte-goform',
    routes: (read) => routesFor(read, options),
    entries: {},
    rateLimit: null,
    badCredential: { status: 200, body: JSON.stringify(signedOut) },
  };
}

export const zteGoformMirror: MirrorDefinition = zteMirror({ checksReferer: false });

export const strictZteMirror: MirrorDefinition = zteMirror();

function routesFor(read: () => Entry, { checksReferer = true, prefix = '' }: ZteOptions): Hono {
  return new Hono()
    .get('/', (c) => c.redirect('/index.html'))
    .get('/index.html', (c) => c.html('<!DOCTYPE html><html><head><title>Mobile Hotspot</title></head></html>'))
    .get('/goform/goform_get_cmd_process', (c) => {
      const { isTest, multi_data: isMulti, cmd = '' } = c.req.query();
      const isOwnPage = c.req.header('referer') === `http://${c.req.header('host')}/index.html`;
      const isValid = isTest === 'false' && (isMulti === '1' || !cmd.includes(','));
      const values = valuesOf(read(), prefix);
      const members = cmd.split(',').map((name) => [name, values[name] ?? '']);
      const body = (checksReferer && !isOwnPage) || !isValid ? failure : Object.fromEntries(members);
      return c.body(JSON.stringify(body), 200, { 'content-type': 'text/html' });
    });
}

/** Names that are not listed are unknown to the firmware, which sends an empty string for them. */
function valuesOf({ kind, name, quotaBytes, usedBytes, expiresAt }: Entry, prefix: string): Record<string, string> {
  const sent = Math.floor(usedBytes / 8);
  const mb = Math.max(1, Math.floor(quotaBytes / mib));
  return {
    [`${prefix}monthly_rx_bytes`]: String(usedBytes - sent),
    [`${prefix}monthly_tx_bytes`]: String(sent),
    [`${prefix}data_volume_limit_switch`]: kind === 'known' ? '1' : '0',
    [`${prefix}data_volume_limit_unit`]: 'data',
    [`${prefix}data_volume_limit_size`]: kind !== 'known' ? '' : mb % 1024 === 0 ? `${mb / 1024}_1024` : `${mb}_1`,
    [`${prefix}data_volume_alert_percent`]: '80',
    [prefix === '' ? 'traffic_clear_date' : 'flux_clear_date']:
      expiresAt === null ? '1' : String(new Date(expiresAt).getDate()),
    [prefix === '' ? 'network_provider' : 'network_provider_fullname']: name,
    ppp_status: 'ppp_connected',
  };
}
