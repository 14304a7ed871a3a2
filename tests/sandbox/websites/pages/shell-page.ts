import { html } from 'hono/html';
import type { Markup } from '../../pages/layout.ts';
import type { Words } from '../words/words.ts';

/** The account page of the script-drawn site: nothing but where its script draws. */
export function shellPage(words: Words, isRedesigned: boolean): Markup {
  return html`${emptyAccount(words)}
    <script type="module">
      import { draw } from '/scripts/${isRedesigned ? 'overview' : 'account'}.js';
      import { showAccount } from '/scripts/shell.js';
      await showAccount(draw);
    </script>`;
}

/** On the site's other pages the script shows the account in place of what is there: only the address changes. */
export function accountTemplate(words: Words, isRedesigned: boolean): Markup {
  return html`<template id="account-template">${emptyAccount(words)}</template>
    <script type="module">
      import { draw } from '/scripts/${isRedesigned ? 'overview' : 'account'}.js';
      import { followAccountLink } from '/scripts/shell.js';
      followAccountLink(draw);
    </script>`;
}

function emptyAccount(words: Words): Markup {
  return html`<div id="app"><div class="skeleton" aria-busy="true"><i></i><i></i><i></i></div></div>
    <p id="unavailable" hidden>${words.unavailable}</p>`;
}
