import type { Plugin } from 'vite';

/*
 * What a page runs to read a part of it, with the styles of that part. Vite's own is seven times as long: it preloads
 * scripts too, whose imports a page of the extension has at hand.
 */

const helper = '\0vite/preload-helper.js';

/** `files`: of the part, by their path in the build. Styles that the page has are not read again. */
const code = `
const styles = {};
const readStyle = (file) => {
  if (document.querySelector('link[href="/' + file + '"]')) return styles[file];
  return styles[file] = new Promise((resolve, reject) => {
    const onerror = () => reject(new Error(file));
    const link = document.createElement('link');
    document.head.append(Object.assign(link, { rel: 'stylesheet', href: '/' + file, onload: resolve, onerror }));
  });
};
export const __vitePreload = (read, files = []) =>
  Promise.all([read(), ...files.filter((file) => file.endsWith('.css')).map(readStyle)]).then(([part]) => part);
`;

export function partStyles(): Plugin {
  return { name: 'part-styles', enforce: 'pre', load: (module) => (module.split('?')[0] === helper ? code : null) };
}
