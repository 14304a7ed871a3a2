import { html, raw } from 'hono/html';
import { formatBytes, formatTime } from '../../pages/amounts.ts';
import { type Markup, problem } from '../../pages/layout.ts';
import { STYLE } from '../../pages/style.ts';
import type { Subscriber } from '../data/subscribers.ts';
import type { WebsiteSettings } from '../website-context.ts';

export type WebsiteConsoleState = {
  siteName: string;
  accountUrl: string;
  settings: WebsiteSettings;
  subscribers: Subscriber[];
};

const LANGUAGES = { en: 'English', de: 'German', id: 'Indonesian', zh: 'Chinese' };

export function websiteConsolePage(state: WebsiteConsoleState, problemText: string | null): Markup {
  const title = `Console of ${state.siteName}`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body class="wide">
        <header><b>${state.siteName}</b> <span>sandbox website: no real data, no real money</span></header>
        <main>
          <h1>${title}</h1>
          ${problem(problemText)}
          <p>Its account page: <a href="${state.accountUrl}">${state.accountUrl}</a></p>
          <div class="grid">${state.subscribers.map(userSection)}</div>
          ${pageSection(state.settings)} ${accessSection(state.settings)}
          <section>${button('reset', 'Reset everything to the seed')}</section>
        </main>
      </body>
    </html>`;
}

function userSection(subscriber: Subscriber): Markup {
  const { userName, isUnlimited, leftBytes, totalBytes, bytesPerSecond, expiresAt } = subscriber;
  const user = html`<input type="hidden" name="user" value="${userName}" />`;
  const summary = isUnlimited ? 'Unlimited' : `${formatBytes(leftBytes)} of ${formatBytes(totalBytes)}`;
  const usage = bytesPerSecond > 0 ? ` · using ${formatBytes(bytesPerSecond)}/s` : '';
  return html`<section>
    <h2>${userName} <span class="quiet">password ${subscriber.password}</span></h2>
    <p class="balance">${summary}</p>
    <p class="quiet">ends ${formatTime(new Date(expiresAt).toISOString())} UTC${usage}</p>
    <div class="row">
      ${button('use', 'Use 100 MB', '100', user)} ${field('set-left', 'Set left', 'MB', user)}
    </div>
    <div class="row">
      ${field('use-steadily', 'Use steadily', 'MB/s', user)} ${button('use-steadily', 'Stop', '0', user)}
    </div>
    <div class="row">
      ${button('unlimited', isUnlimited ? 'Limited again' : 'Make it unlimited', isUnlimited ? 'off' : 'on', user)}
    </div>
  </section>`;
}

function pageSection({ isRedesigned, language, weightBytes }: WebsiteSettings): Markup {
  const options = Object.entries(LANGUAGES).map(
    ([tag, name]) => html`<option value="${tag}" ${tag === language ? 'selected' : ''}>${name}</option>`,
  );
  return html`<section>
    <h2>Account page <span class="quiet">${weightBytes > 0 ? `at least ${weightBytes / 1000} KB` : ''}</span></h2>
    <div class="row">
      ${isRedesigned ? button('restore-design', 'Restore the design') : button('redesign', 'Redesign')}
      <form method="post" action="/do/language">
        <select name="value" data-testid="language-choice" aria-label="Language">${options}</select>
        <button data-testid="language">Set</button>
      </form>
      ${field('weight', 'Set weight', 'KB')}
    </div>
  </section>`;
}

function accessSection({ obstacle }: WebsiteSettings): Markup {
  const now = obstacle ? `answers ${obstacle.status}${obstacle.kind === 'challenge' ? ', a challenge' : ''}` : 'open';
  return html`<section>
    <h2>Access <span class="quiet">${now}</span></h2>
    <div class="row">
      ${button('sign-everyone-out', 'Sign everyone out')} ${button('credit-now', 'Credit what is paid')}
    </div>
    <div class="row">
      <form method="post" action="/do/fail">
        <select name="value" data-testid="fail-status" aria-label="Status">
          ${[403, 429, 503].map((status) => html`<option>${status}</option>`)}
        </select>
        <input class="size" name="retryAfter" placeholder="Retry-After" aria-label="Retry-After" />
        <button data-testid="fail">Fail</button>
      </form>
      ${button('challenge', 'Challenge', '403')} ${button('challenge', 'Challenge with 200', '200')}
      ${obstacle ? button('no-obstacle', 'Open again') : ''}
    </div>
  </section>`;
}

function button(action: string, label: string, value = '', more: Markup | '' = ''): Markup {
  return html`<form method="post" action="/do/${action}">
    ${more}<input type="hidden" name="value" value="${value}" /><button data-testid="${action}">${label}</button>
  </form>`;
}

function field(action: string, label: string, unit: string, more: Markup | '' = ''): Markup {
  const name = `${label} (${unit})`;
  return html`<form method="post" action="/do/${action}">
    ${more}
    <input class="size" name="value" placeholder="${unit}" inputmode="decimal" aria-label="${name}" required />
    <button data-testid="${action}">${label}</button>
  </form>`;
}
