import { html } from 'hono/html';
import type { Markup } from '../../pages/layout.ts';
import type { Obstacle } from '../website-context.ts';
import type { Words } from '../words/words.ts';

export function obstaclePage(obstacle: Obstacle, words: Words): Markup {
  if (obstacle.kind === 'failure') return html`<p>${words.unavailable}</p>`;
  return html`<h1>${words.proveHuman}</h1>
    <div class="box">
      <p>${words.proveHumanText}</p>
      <label><input type="checkbox" /> ${words.iAmHuman}</label>
    </div>`;
}
