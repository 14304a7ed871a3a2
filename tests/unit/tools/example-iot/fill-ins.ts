import { gap } from '../../../tools/new-provider/gaps.ts';

/* An invented provider, as somebody would fill in what `new-provider example-iot iot` lays out. By file: old → new. */

const id = 'example-iot';

const adapter: [string, string][] = [
  [
    ` * ${gap(id, 'adapter names neither its source nor the units of its amounts and times')}`,
    ' * Source: invented for a test. Amounts are bytes, times are ISO 8601 in UTC.',
  ],
  [`/** ${gap(id, 'wire schema still accepts anything')} */\n`, ''],
  [
    'v.unknown();',
    `v.object({
  sim: v.object({
    iccid: id,
    name: maybe(text),
    quota_bytes: maybe(bytes),
    used_bytes: maybe(bytes),
    ends_at: maybe(instant),
  }),
});`,
  ],
  ['  v.parse(answer, response.body);', '  const { sim } = v.parse(answer, response.body);'],
  [
    "title: iccid, balance: { kind: 'unknown' },",
    'title: sim.name ?? iccid, balance: balanceFromUsed(sim.quota_bytes, sim.used_bytes), expiresAt: sim.ends_at,',
  ],
  [
    `'https://api.example-iot.invalid', // ${gap(id, 'adapter has no address yet')}`,
    "'https://api.example-iot.example',",
  ],
  ['import { buildCard,', 'import { balanceFromUsed, buildCard,'],
  [
    "import { mapNotFoundToCardGone } from '../http/provider-error.ts';",
    `import { bytes, id, instant, maybe, text } from '../adapter/wire-parts.ts';
import { mapNotFoundToCardGone } from '../http/provider-error.ts';`,
  ],
];

const mirror: [string, string][] = [
  [
    `  routes: () => {
    throw new Error('${gap(id, 'mirror has no routes yet')}');
  },`,
    `  routes: (read) =>
    new Hono().get('/v1/sims/:iccid', (c) => {
      if (!hasToken(c, entries.key)) return c.json(refused, 401);
      if (c.req.param('iccid') !== entries.iccid) return c.json({ error: 'not found' }, 404);
      const { name, kind, quotaBytes, usedBytes, expiresAt } = read();
      const quota = kind === 'known' ? { quota_bytes: quotaBytes, used_bytes: usedBytes } : {};
      return c.json({ sim: { iccid: entries.iccid, name, ...quota, ends_at: zonedText(expiresAt, 'Z') } });
    }),`,
  ],
  [
    "import type { MirrorDefinition } from '../mirror.ts';\nimport { errorResponse, rateLimitResponse }",
    "import { Hono } from 'hono';\nimport type { MirrorDefinition } from '../mirror.ts';\nimport { hasToken, errorResponse, rateLimitResponse, zonedText }",
  ],
];

const row: [string, string][] = [
  [gap(id, 'table row does not say whom it is for'), 'owners of an API key, IoT SIMs'],
  [gap(id, 'table row says nothing of what it shows'), 'left of the quota, its end'],
  [gap(id, 'table row does not say how well it is known'), '● invented'],
];

/** `recorded`: the recorded answer, as JSON text. */
export const fillIns = (recorded: string): Record<string, [string, string][]> => ({
  'utils/providers/iot/example-iot.ts': adapter,
  'tests/sandbox/mirrors/iot/example-iot.ts': mirror,
  'tests/unit/providers/iot/example-iot.test.ts': [
    [`/** ${gap(id, 'no recorded answer yet in tests/unit/providers/iot/example-iot.test.ts')} */\n`, ''],
    ['const recorded: unknown = null;', `const recorded: unknown = ${recorded};`],
    ["{ kind: 'known' }", "{ kind: 'known', quotaBytes: 5_000_000_000, remainingBytes: 3_750_000_000 }"],
  ],
  'docs/providers.md': row,
});
