import { readdirSync } from 'node:fs';
import type { BrowserContext, CDPSession } from '@playwright/test';

/* Every kind of control in each of its states: a page to look at, and a test that the states can be told apart. */

const kinds = {
  filled: (state: string) => `<button class="primary" ${state}><span>Renew</span></button>`,
  outlined: (state: string) =>
    `<button class="primary" data-variant="quiet" ${state}><span>Renew early</span></button>`,
  danger: (state: string) => `<button class="primary" data-variant="danger" ${state}><span>Delete</span></button>`,
  small: (state: string) => `<button class="small-button" ${state}>Check again</button>`,
  icon: (state: string) => `<button class="icon-button" ${state}>⟳</button>`,
  link: (state: string) => `<a class="link" href="#" ${state}>Full history</a>`,
  row: (state: string) => `<button class="folded-row-button" ${state}>Other plans</button>`,
};

/** A link and a row are never off, and nothing waits for them. */
const alwaysOn: readonly string[] = ['link', 'row'];
const attributes = { rest: '', disabled: 'aria-disabled="true"', busy: 'aria-busy="true"' };
const pseudoStates = { hover: ['hover'], focus: ['focus', 'focus-visible'], active: ['hover', 'active'] };

/** `built`: the folder of the built extension. */
export function controlsPage(built: string): string {
  const styles = readdirSync(`${built}/assets`).filter((name) => name.endsWith('.css'));
  const links = styles.map((name) => `<link rel="stylesheet" href="/assets/${name}">`).join('');
  const rows = Object.entries(kinds).map(([kind, markup]) => {
    const cells = Object.entries(attributes)
      .filter(([state]) => state === 'rest' || !alwaysOn.includes(kind))
      .map(([state, attribute]) => `<td>${markup(`${attribute} id="${kind}-${state}"`)}</td>`);
    return `<tr><th>${kind}</th>${cells.join('')}</tr>`;
  });
  const heads = Object.keys(attributes).map((state) => `<th>${state}</th>`);
  const table = `<table cellpadding="8"><tr><th></th>${heads.join('')}</tr>${rows.join('')}</table>`;
  return `<!doctype html><meta charset="utf-8"><title>Controls</title>${links}<body>${table}</body>`;
}

/** Where two states of a control look the same. */
export async function checkControlStates(context: BrowserContext, base: string): Promise<string[]> {
  const page = await context.newPage();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${base}/controls`);
  const devtools = await context.newCDPSession(page);
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  const problems: string[] = [];
  for (const kind of Object.keys(kinds)) {
    const looks = new Map([['rest', await lookOf(devtools, `${kind}-rest`, [])]]);
    for (const [state, forced] of Object.entries(pseudoStates)) {
      looks.set(state, await lookOf(devtools, `${kind}-rest`, forced));
    }
    if (!alwaysOn.includes(kind)) {
      for (const state of ['disabled', 'busy']) looks.set(state, await lookOf(devtools, `${kind}-${state}`, []));
    }
    const seen = new Map<string, string>();
    for (const [state, look] of looks) {
      if (seen.has(look)) problems.push(`a control of the kind "${kind}" looks the same: ${seen.get(look)}, ${state}`);
      seen.set(look, state);
    }
  }
  await page.close();
  return problems;
}

const shown = ['opacity', 'background-color', 'color', 'border-top-color', 'outline-style', 'text-decoration-line'];

async function lookOf(devtools: CDPSession, id: string, forcedPseudoClasses: string[]): Promise<string> {
  const { root } = await devtools.send('DOM.getDocument');
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector: `#${id}` });
  await devtools.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses });
  const { computedStyle } = await devtools.send('CSS.getComputedStyleForNode', { nodeId });
  await devtools.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses: [] });
  const values = new Map(computedStyle.map(({ name, value }) => [name, value]));
  return shown.map((name) => values.get(name)).join(' | ');
}
