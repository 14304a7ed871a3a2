import path from 'node:path';
import { gap } from './gaps.ts';
import type { NewProvider } from './provider-id.ts';

/* A provider's mirror (tests/sandbox/mirrors), its subject for the contract suite, and its own test. */

export function apiKeyMirror({ id, name }: NewProvider): string {
  return `import type { MirrorDefinition } from '../mirror.ts';
import { errorResponse, rateLimitResponse } from '../mirror-parts.ts';

const entries = { iccid: '8946010000000000017', key: '${id}-0123456789' };
const refused = { error: 'unauthorized' };

export const ${name}Mirror: MirrorDefinition = {
  id: '${id}',
  entries,
  rateLimit: rateLimitResponse({ error: 'too many requests' }),
  badCredential: errorResponse(401, refused),
  routes: () => {
    throw new Error('${gap(id, 'mirror has no routes yet')}');
  },
};
`;
}

export function hotspotMirror({ id, name }: NewProvider): string {
  return `import type { MirrorDefinition } from '../mirror.ts';

export const ${name}Mirror: MirrorDefinition = {
  id: '${id}',
  entries: {},
  rateLimit: null,
  badCredential: null,
  routes: () => {
    throw new Error('${gap(id, 'mirror has no routes yet')}');
  },
};
`;
}

export function apiKeySubject(provider: NewProvider): string {
  return mirrorSubject(provider, 'mirrorSubject', '');
}

export function hotspotSubject(provider: NewProvider): string {
  return mirrorSubject(provider, 'localNetworkFailures, mirrorSubject', ', { expiryMs: null }, localNetworkFailures');
}

function mirrorSubject({ id, kind, name }: NewProvider, imports: string, options: string): string {
  return `import { ${name} } from '../../../../../utils/providers/${kind}/${id}.ts';
import { ${name}Mirror } from '../../../../sandbox/mirrors/${kind}/${id}.ts';
import { ${imports} } from '../subject.ts';

export const ${name}Subject = mirrorSubject(${name}, ${name}Mirror${options});
`;
}

export function enteredSubject({ id, kind, name }: NewProvider): string {
  return `import { defaultSeller } from '../../../../../utils/core/accounts/account.ts';
import { ${name} } from '../../../../../utils/providers/${kind}/${id}.ts';
import type { Subject } from '../subject.ts';
import { enteredCapabilities, runEntered } from './entered-subject.ts';

export const ${name}Subject: Subject = {
  provider: ${name},
  reports: enteredCapabilities,
  failures: {},
  start: async () => {
    const base = defaultSeller(${name}.id, ${name}.id);
    return runEntered(
      { ...base },
      (entries) => ${name}.form.toConnection(base, entries),
      async () => undefined,
    );
  },
};
`;
}

/** `entries`: of the form, as source text. `file`: of the test. */
export function recordedTest({ id, kind, name, title }: NewProvider, file: string, entries: string): string {
  return `import { expect, test } from 'vitest';
import { defaultSeller } from '${pathFrom(file, 'utils/core/accounts/account.ts')}';
import { ${name} } from '${pathFrom(file, `utils/providers/${kind}/${id}.ts`)}';
import { recordedClient } from '${pathFrom(file, 'tests/unit/providers/recorded-http.ts')}';

/** ${gap(id, `no recorded answer yet in ${file}`)} */
const recorded: unknown = null;

const { seller } = ${name}.form.toConnection(defaultSeller('${id}', '${title}'), ${entries});

test('the recorded answer is read', async () => {
  const { cards } = await ${name}.readCards(recordedClient(() => recorded).client, seller);
  expect(cards[0]?.plans[0]?.modules[0]?.balance).toMatchObject({ kind: 'known' });
});
`;
}

export function enteredTest({ id, kind, name, title }: NewProvider, file: string): string {
  return `import { expect, test } from 'vitest';
import { defaultSeller } from '${pathFrom(file, 'utils/core/accounts/account.ts')}';
import { grantedClient } from '${pathFrom(file, 'tests/unit/support/clients.ts')}';
import { ${name} } from '${pathFrom(file, `utils/providers/${kind}/${id}.ts`)}';

/** ${gap(id, `no example of entries yet in ${file}`)} */
const entries = {};

const { seller } = ${name}.form.toConnection(defaultSeller('${id}', '${title}'), entries);

test('the entries are read', async () => {
  const { cards } = await ${name}.readCards(grantedClient(), seller);
  expect(cards[0]?.plans[0]?.modules[0]?.balance).toMatchObject({ kind: 'known' });
});
`;
}

function pathFrom(file: string, target: string): string {
  const relative = path.posix.relative(path.posix.dirname(file), target);
  return relative.startsWith('.') ? relative : `./${relative}`;
}
