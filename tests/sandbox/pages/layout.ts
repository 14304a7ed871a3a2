import { html, raw } from 'hono/html';
import { STYLE } from './style.ts';

export type Markup = ReturnType<typeof html>;

/** The layout of all pages; its header says that this is a sandbox. */
export function page(title: string, body: Markup, wide = false): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title} · Axis</title>
        <link rel="icon" href="data:," />
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body class="${wide ? 'wide' : 'narrow'}">
        <header><b>Axis</b> <span>sandbox seller: no real data, no real money</span></header>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`;
}

export function problem(text: string | null): Markup | '' {
  return text === null ? '' : html`<p class="problem" role="alert" data-testid="problem">${text}</p>`;
}

/** Shows a code that a real seller would send by SMS, or a bank by its app. */
export function codeBox(testId: string, code: string): Markup {
  return html`<p class="code-box">Sandbox: your code is <b data-testid="${testId}">${code}</b></p>`;
}
