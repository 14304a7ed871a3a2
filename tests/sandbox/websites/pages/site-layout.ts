import { html, raw } from 'hono/html';
import type { Markup } from '../../pages/layout.ts';
import type { Brand } from '../brands.ts';
import type { Words } from '../words/words.ts';
import { SITE_STYLE } from './site-style.ts';

export type SitePage = {
  brand: Brand;
  words: Words;
  title: string;
  body: Markup;
  /** Who is signed in, or empty where a script will write it; null: nobody is. */
  signedInAs: string | null;
};

export function sitePage({ brand, words, title, body, signedInAs }: SitePage): Markup {
  return html`<!doctype html>
    <html lang="${words.tag}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${brand.name}</title>
        <link rel="icon" href="data:," />
        <style>
          :root { --brand: ${brand.colour}; }
          ${raw(SITE_STYLE)}
        </style>
      </head>
      <body>
        <header class="top">
          <a class="logo" href="/">${brand.name}</a>
          <nav>
            <a href="/">${words.home}</a>
            <a href="/account">${words.account}</a>
            <a href="/top-up">${words.topUp}</a>
            <a href="/help">${words.help}</a>
          </nav>
          ${signedInAs === null ? html`<a href="/sign-in">${words.signIn}</a>` : who(signedInAs, words)}
        </header>
        <main>${body}</main>
        <footer>© ${brand.name}</footer>
      </body>
    </html>`;
}

function who(signedInAs: string, words: Words): Markup {
  return html`<div class="who">
    <span id="identity">${signedInAs}</span>
    <form method="post" action="/sign-out"><button data-testid="sign-out">${words.signOut}</button></form>
  </div>`;
}
