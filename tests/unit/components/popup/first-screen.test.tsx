// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest';
import { Popup } from '../../../../components/popup/Popup.tsx';
import { firstScreens, now, popupState, type StateName, titleOf } from '../../support/popup-states.ts';
import { found, renderPage, startRendering, unmount } from '../render-setup.tsx';

/** What was found on one screen. */
type Screen = { title: string; words: string[]; controls: string[]; filled: HTMLElement[]; first: HTMLElement[] };

const screens: Screen[] = [];

beforeAll(async () => {
  await startRendering();
  for (const name of firstScreens) screens.push(await screenOf(name));
}, 120_000);

async function screenOf(name: StateName): Promise<Screen> {
  await renderPage(<Popup shown={popupState(name)} now={now} show={() => undefined} />);
  const screen = {
    title: titleOf(name),
    words: wordsOf(visibleText(document.body)),
    // What Tab reaches.
    controls: found('a[href], button, input, select, textarea, summary').map(({ textContent }) => textContent),
    filled: found('.primary:not([data-variant=quiet])'),
    first: found('[data-first]'),
  };
  await unmount();
  return screen;
}

function visibleText(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  if (!(node instanceof HTMLElement)) return '';
  if (node.hidden || node.classList.contains('visually-hidden')) return '';
  return [...node.childNodes].map(visibleText).join(' ');
}

function wordsOf(text: string): string[] {
  const segments = new Intl.Segmenter('en', { granularity: 'word' }).segment(text);
  return [...segments].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}

describe('the first screen, in every state,', () => {
  test('says what it has to in 80 words', () => {
    const long = screens.filter(({ words }) => words.length > 80);
    expect(long.map(({ title, words }) => `${title}: ${words.length}, ${words.join(' ')}`)).toEqual([]);
  });

  test('has 8 controls at most', () => {
    const full = screens.filter(({ controls }) => controls.length > 8);
    expect(full.map(({ title, controls }) => `${title}: ${controls.join(', ')}`)).toEqual([]);
  });

  test('has one filled button at most, and the first focus on it alone', () => {
    const wrong = screens.filter(({ filled, first }) => {
      return filled.length > 1 || first.length > 1 || first.some((one) => one !== filled[0]);
    });
    expect(wrong.map(({ title, filled }) => `${title}: ${filled.map(({ textContent }) => textContent)}`)).toEqual([]);
  });
});
