import { html } from 'hono/html';
import type { Markup } from '../../pages/layout.ts';
import type { Words } from '../words/words.ts';

export function signInForm(words: Words, hasFailed: boolean): Markup {
  return html`<h1>${words.signIn}</h1>
    <form class="box" method="post" action="/sign-in">
      ${hasFailed ? html`<p class="problem" role="alert">${words.wrongPassword}</p>` : ''}
      <label>
        ${words.userName}
        <input name="user" data-testid="user-name" autocomplete="username" required />
      </label>
      <label>
        ${words.password}
        <input name="password" type="password" data-testid="password" autocomplete="current-password" required />
      </label>
      <button data-testid="sign-in">${words.signIn}</button>
    </form>`;
}
