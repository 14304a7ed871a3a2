import type { PublicClient } from '../../../utils/providers/adapter/provider.ts';
import { createPublicClient } from '../../../utils/providers/http/client.ts';
import { untilPainted } from '../state/first-paint.ts';

/** A client for what anybody may read. */
export async function publicClient(): Promise<PublicClient> {
  await untilPainted();
  return createPublicClient();
}
