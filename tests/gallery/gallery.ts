import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listen } from '../sandbox/http/listen.ts';
import { controlsPage } from './control-states.ts';
import { type Given, standInBrowser } from './stand-in-browser.ts';
import { type Theme, type View, views } from './views.ts';

/*
 * The built pages of the extension in named states, as pages of the web at an address of this computer: to be looked
 * at while developing, and to be compared with what was looked at once.
 */

const built = '.output/chrome-mv3';
const font = 'node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2';
const types: Record<string, string> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
};

export const galleryLocales = ['en', 'zh_CN'] as const;
export type GalleryLocale = (typeof galleryLocales)[number];

/** The address of a view, relative to the gallery's. */
export function viewPath(view: string, theme: Theme, locale: GalleryLocale): string {
  const { page } = viewNamed(view);
  return `/${page}?${new URLSearchParams({ view, theme, locale })}`;
}

/** Starts the server. `url`: without a slash at its end. */
export async function startGallery(port = 0): Promise<{ url: string; close: () => Promise<void> }> {
  const listener = await listen(port, false);
  listener.handle(({ url = '/' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const send = (type: string, body: string | Buffer) =>
      response.writeHead(200, { 'content-type': `${types[type] ?? 'text/plain'}; charset=utf-8` }).end(body);
    if (pathname === '/') return send('html', listOfViews());
    if (pathname === '/controls') return send('html', controlsPage(built));
    if (pathname === '/inter.woff2') return send('woff2', readFileSync(font));
    const file = path.join(built, path.normalize(pathname));
    const type = path.extname(file).slice(1);
    const view = searchParams.get('view');
    try {
      const body = readFileSync(file);
      if (type !== 'html' || view === null) return send(type, body);
      const theme = searchParams.get('theme') === 'dark' ? 'dark' : 'light';
      const locale = galleryLocales.find((name) => name === searchParams.get('locale')) ?? 'en';
      return send('html', inView(body.toString(), view, theme, locale));
    } catch (error) {
      return response.writeHead(404).end(String(error));
    }
  });
  return { url: `http://127.0.0.1:${listener.port}`, close: listener.close };
}

export function viewNamed(name: string): View {
  const view = views[name];
  if (!view) throw new Error(`No view is named ${name}.`);
  return view;
}

/** A built page that finds the state of a view, and the same font everywhere. */
function inView(html: string, name: string, theme: Theme, locale: GalleryLocale): string {
  const { now, stored, answers = {}, permissions = ['notifications'] } = viewNamed(name).given(theme);
  const messages = JSON.parse(readFileSync(`${built}/_locales/${locale}/messages.json`, 'utf8'));
  const manifest = JSON.parse(readFileSync(`${built}/manifest.json`, 'utf8'));
  const given: Given = { now, stored, messages, answers, permissions, manifest };
  const json = JSON.stringify(given).replaceAll('<', '\\u003c');
  const look = `<style>
    @font-face { font-family: "Gallery Inter"; src: url(/inter.woff2) format("woff2"); font-weight: 100 900 }
    :root { --sans: "Gallery Inter", "Noto Sans CJK SC", sans-serif !important }
  </style>`;
  return html.replace('<head>', `<head>${look}<script>(${standInBrowser})(${json})</script>`);
}

/** All views side by side. */
function listOfViews(): string {
  const frames = Object.entries(views).map(([name, { width, height }]) => {
    const frame = (theme: Theme, locale: GalleryLocale) =>
      `<iframe src="${viewPath(name, theme, locale)}" width="${width}" height="${height}" title="${name}"></iframe>`;
    return `<h2>${name}</h2>${frame('light', 'en')} ${frame('dark', 'en')} ${frame('light', 'zh_CN')}`;
  });
  const controls = '<iframe src="/controls" width="760" height="480" title="controls"></iframe>';
  const style = 'body { font: 14px sans-serif; background: #8b95a0 } iframe { border: 0 }';
  return `<!doctype html><meta charset="utf-8"><title>Gallery</title><style>${style}</style>${controls}${frames.join('\n')}`;
}
