import { setHeaderRule } from '../../../utils/browser/header-rule.ts';
import { hasOrigins } from '../../../utils/browser/permissions.ts';
import { toMatchPattern } from '../../../utils/core/values/urls.ts';
import type { Client } from '../../../utils/providers/adapter/provider.ts';
import { type ClientOptions, createClient } from '../../../utils/providers/http/client.ts';
import { untilPainted } from '../state/first-paint.ts';

/** A client for requests with a secret: to origins alone for which the browser says that the user granted them. */
export function createGrantedClient(options: Omit<ClientOptions, 'isGranted' | 'setHeaderRule'> = {}): Client {
  return createClient({ ...options, isGranted, setHeaderRule });
}

/** Asked before each request: whether the user granted the origin. */
export async function isGranted(origin: string): Promise<boolean> {
  await untilPainted();
  return hasOrigins([toMatchPattern(origin)]);
}
