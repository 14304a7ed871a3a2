import { gzipSync } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';

/** Packs what has a body, as most servers do, where the client takes it. */
export const packAnswers: MiddlewareHandler = async (c, next) => {
  await next();
  const accepted = c.req.header('accept-encoding') ?? '';
  if (!accepted.includes('gzip') || c.res.body === null) return;
  const packed = gzipSync(await c.res.arrayBuffer());
  const headers = new Headers(c.res.headers);
  headers.set('content-encoding', 'gzip');
  headers.delete('content-length');
  c.res = new Response(packed, { status: c.res.status, headers });
};
