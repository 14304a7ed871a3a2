import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { accountTemplate } from '../pages/shell-page.ts';
import { siteWords, type WebsiteContext } from '../website-context.ts';
import { identityLine, sendPage, visitor } from './site-responses.ts';

export function publicRoutes(context: WebsiteContext): Hono {
  const app = new Hono();
  const send = (c: Context, title: string, text: string) => {
    const words = siteWords(context);
    const isDrawn = context.options.kind === 'script-drawn';
    const template = isDrawn ? accountTemplate(words, context.settings.isRedesigned) : '';
    const body = html`<h1>${title}</h1><p>${text}</p>${template}`;
    return sendPage(context, c, { title, body, signedInAs: identityLine(context, visitor(context, c)) });
  };
  app.get('/', (c) => send(c, context.brand.name, siteWords(context).welcome));
  app.get('/help', (c) => send(c, siteWords(context).help, siteWords(context).helpText));
  return app;
}
