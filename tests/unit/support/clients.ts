import { type ClientOptions, createClient } from '../../../utils/providers/http/client.ts';

/** A client whose user has granted every origin. */
export function grantedClient(options: Omit<ClientOptions, 'isGranted'> = {}) {
  return createClient({ ...options, isGranted: async () => true });
}
