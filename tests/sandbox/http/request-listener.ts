import type { RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { SellerContext } from '../seller-context.ts';
import { applyFault, takeFault } from './faults.ts';
import type { RequestLog } from './request-log.ts';

/** What stands before the routes, on bare Node: faults such as a cut socket cannot be made from within a route. */
export function requestListener(app: Hono, context: SellerContext, log: RequestLog | null): RequestListener {
  // The tests run in this process: their own Request and Response must stay Node's.
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  return (request, response) => {
    log?.record(request, response);
    const proceed = () => void answer(request, response);
    const { pathname } = new URL(request.url ?? '/', 'http://sandbox');
    const fault = takeFault(context.faults, pathname);
    if (fault) applyFault(context, fault, request, response, proceed);
    else proceed();
  };
}
