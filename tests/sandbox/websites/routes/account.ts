import { type Context, Hono } from 'hono';
import type { Subscriber } from '../data/subscribers.ts';
import { accountPage } from '../pages/account-page.ts';
import { accountView } from '../pages/account-view.ts';
import { obstaclePage } from '../pages/obstacle-page.ts';
import { redesignedPage } from '../pages/redesigned-page.ts';
import { shellPage } from '../pages/shell-page.ts';
import { type Obstacle, siteWords, type WebsiteContext } from '../website-context.ts';
import { sendSignInForm } from './session.ts';
import { identityLine, sendPage, visitor } from './site-responses.ts';

/** The account page, as a whole or as the shell that its script fills. */
export function accountRoutes(context: WebsiteContext): Hono {
  const app = new Hono();
  // The page and its data.
  app.use('/account/*', async (c, next) => {
    const { obstacle } = context.settings;
    return obstacle ? sendObstacle(context, c, obstacle) : next();
  });
  app.get('/account', async (c) => {
    const subscriber = visitor(context, c);
    if (subscriber) return sendAccount(context, c, subscriber);
    return context.options.signedOutAs === 'form' ? sendSignInForm(context, c) : c.redirect('/sign-in');
  });
  return app;
}

function sendAccount(context: WebsiteContext, c: Context, subscriber: Subscriber): Promise<Response> {
  const words = siteWords(context);
  const { isRedesigned, weightBytes } = context.settings;
  if (context.options.kind === 'script-drawn') {
    const body = shellPage(words, isRedesigned);
    return sendPage(context, c, { title: words.account, body, signedInAs: '', weightBytes });
  }
  const view = accountView(subscriber, words, isRedesigned);
  const body = isRedesigned ? redesignedPage(view) : accountPage(view);
  return sendPage(context, c, { title: view.title, body, signedInAs: identityLine(context, subscriber), weightBytes });
}

function sendObstacle(context: WebsiteContext, c: Context, obstacle: Obstacle): Promise<Response> {
  const words = siteWords(context);
  if (obstacle.kind === 'failure' && obstacle.retryAfter !== null) c.header('retry-after', obstacle.retryAfter);
  const title = obstacle.kind === 'failure' ? words.unavailable : words.proveHuman;
  const body = obstaclePage(obstacle, words);
  return sendPage(context, c, { title, body, signedInAs: null, status: obstacle.status });
}
