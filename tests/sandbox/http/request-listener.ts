import type { RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { SellerContext } from '../seller-context.ts';
import { applyFault, takeFault } from './faults.ts';
import type { RequestLog } from './request-log.ts';

/**
 * Logs requests and applies faults before the routes, on plain Node: a route cannot destroy its socket, for example.
 */
export function requestListener(app: Hono, context: SellerContext, log: RequestLog | null): RequestListener {
  // The tests run in the same process, and their Request and Response must stay Node's.
  const answer = getRequestListener(
    async (request, env) => {
      const response = await app.fetch(request, env);
      const { pathname } = new URL(request.url);
      const hold = context.holds.get(pathname);
      context.holds.delete(pathname);
      await hold;
      return response;
    },
    { overrideGlobalObjects: false },
  );
  return (request, response) => {
    log?.record(request, response);
    const proceed = () => void answer(request, response);
    const { pathname } = new URL(request.url ?? '/', 'http://sandbox');
    const fault = takeFault(context.faults, pathname);
    if (fault) applyFault(context, fault, request, response, proceed);
    else proceed();
  };
}
