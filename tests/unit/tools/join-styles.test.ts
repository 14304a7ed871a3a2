import type { Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { joinStyles } from '../../tools/build/join-styles.ts';

const style = (name: string) => `assets/${name}.css`;
const linked = (...names: string[]) =>
  names.map((name) => `\n    <link rel="stylesheet" crossorigin href="/${style(name)}">`).join('');

/** Scripts, each with styles of its name, and what they import. */
const scripts = { popup: ['ui'], history: ['ui', 'chart'], rest: ['chart', 'ui'], ui: [], chart: [] };

function built(): Rolldown.OutputBundle {
  const chunks = Object.entries(scripts).map(([name, imports]) => {
    const code = name === 'popup' ? `load("${style('rest')}","${style('chart')}","${style('ui')}")` : '';
    const viteMetadata = { importedCss: new Set([style(name)]) };
    return { type: 'chunk', fileName: name, name, code, imports, viteMetadata };
  });
  const styles = Object.keys(scripts).map((name) => ({ type: 'asset', fileName: style(name), source: `.${name}{}\n` }));
  const pages = [
    { type: 'asset', fileName: 'entrypoints/popup/index.html', source: linked('ui', 'popup') },
    { type: 'asset', fileName: 'entrypoints/history/index.html', source: linked('ui', 'chart', 'history') },
  ];
  return Object.fromEntries([...chunks, ...styles, ...pages].map((file) => [file.fileName, file])) as never;
}

test('styles are in two files: what the popup reads at once, and all else, in the order of their imports', () => {
  const bundle = built();
  const made: Record<string, string> = {};
  joinStyles(bundle, (name, text) => {
    made[name] = text;
    return `assets/${name}`;
  });
  expect(made).toEqual({ 'first.css': '.ui{}.popup{}', 'later.css': '.chart{}.history{}.rest{}' });
  const [popup, history] = ['popup', 'history'].map((page) => bundle[`entrypoints/${page}/index.html`]);
  expect(popup).toMatchObject({ source: linked('first') });
  expect(history).toMatchObject({ source: linked('first', 'later') });
  expect(bundle.popup).toMatchObject({ code: `load("${style('later')}","${style('later')}","${style('first')}")` });
  expect(Object.keys(bundle).filter((name) => name.endsWith('.css'))).toEqual([]);
});
