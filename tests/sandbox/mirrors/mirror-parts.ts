import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { Entry, MirrorDefinition } from './mirror.ts';

/* Shared by several mirrors. */

export function hasEnded({ expiresAt }: Entry): boolean {
  return expiresAt !== null && expiresAt <= Date.now();
}

export function isQueued({ startsAt }: Entry): boolean {
  return startsAt !== null && startsAt > Date.now();
}

export function isUsedUp({ kind, quotaBytes, usedBytes }: Entry): boolean {
  return kind === 'known' && usedBytes >= quotaBytes;
}

export function remainingBytesOf({ quotaBytes, usedBytes }: Entry): number {
  return Math.max(0, quotaBytes - usedBytes);
}

/** "2026-11-23 02:00:00", in UTC. */
export function utcText(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

/** Whole seconds in UTC; `zone` is how the provider writes that zone. */
export function zonedText(at: number | null, zone: string): string | null {
  return at === null ? null : new Date(at).toISOString().replace(/\.\d+Z$/, zone);
}

export function basicAuthorization(login: string, password: string): string {
  return `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`;
}

export function hasToken(c: Context, token: string): boolean {
  return c.req.header('authorization') === `Bearer ${token}`;
}

/** Issues tokens that are valid as long as the mirror runs. */
export function tokenStore() {
  const issued = new Set<string>();
  return {
    issue: () => {
      const token = randomUUID();
      issued.add(token);
      return token;
    },
    accepts: (c: Context) => [...issued].some((token) => hasToken(c, token)),
  };
}

export function errorResponse(status: number, body: unknown): MirrorDefinition['badCredential'] {
  return { status, body: JSON.stringify(body) };
}

export function rateLimitResponse(body: unknown, retryAfter: string | null = null): MirrorDefinition['rateLimit'] {
  return { status: 429, body: JSON.stringify(body), retryAfter };
}
