import type { Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { joinStyles } from '../../tools/build/join-styles.ts';

const style = (name: string) => `assets/${name}.css`;
const linked = (...names: string[]) =>
  names.map((name) => `\n    <link rel="stylesheet" crossorigin href="/${style(name)}">`).join('');

/** Scripts, each with styles of its name, and what they import. */
const scripts = { history: ['ui', 'chart'], popup: [], rest: ['chart', 'ui'], ui: [], chart: [] };

function built(): Rolldown.OutputBundle {
  const chunks = Object.entries(scripts).map(([name, imports]) => {
    const code = name === 'popup' ? `load("${style('rest')}","${style('chart')}")` : '';
    const viteMetadata = { importedCss: new Set([style(name)]) };
    return { type: 'chunk', fileName: name, name, code, imports, viteMetadata };
  });
  const styles = Object.keys(scripts).map((name) => ({ type: 'asset', fileName: style(name), source: `.${name}{}\n` }));
  const pages = [
    { type: 'asset', fileName: 'entrypoints/popup/index.html', source: linked() },
    { type: 'asset', fileName: 'entrypoints/history/index.html', source: linked('ui', 'chart', 'history') },
  ];
  return Object.fromEntries([...chunks, ...styles, ...pages].map((file) => [file.fileName, file])) as never;
}

test('styles are in one file, in the order of their imports, which is read where any of them was', () => {
  const bundle = built();
  const made: string[] = [];
  joinStyles(bundle, (text) => {
    made.push(text);
    return style('pages');
  });
  expect(made).toEqual(['.chart{}.ui{}.history{}.popup{}.rest{}']);
  const [popup, history] = ['popup', 'history'].map((page) => bundle[`entrypoints/${page}/index.html`]);
  expect(popup).toMatchObject({ source: '' });
  expect(history).toMatchObject({ source: linked('pages') });
  expect(bundle.popup).toMatchObject({ code: `load("${style('pages')}","${style('pages')}")` });
  expect(Object.keys(bundle).filter((name) => name.endsWith('.css'))).toEqual([]);
});
