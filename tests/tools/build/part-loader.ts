import { polyfillScript } from './native-browser.ts';

/**
 * The beginning of the background's script. `addPart`: each script calls it for its parts. `use`: what a part exports,
 * which is there with all it needs. `load`: the same once these files have been read.
 */
export function partLoader(files: readonly string[], isInPage: boolean): string {
  return `const makers=[],made=[],files=new Set;
self.addPart=(id,maker)=>{makers[id]=maker};
const use=id=>made[id]??=makers[id](use,load);
const missing=names=>names.filter(name=>!files.has(name));
${isInPage ? inPage : inWorker(files)}`;
}

/** The event page of Firefox. */
const inPage = `const read=name=>new Promise((done,failed)=>{const script=document.createElement("script");
script.src="/"+name;script.onload=()=>done(files.add(name));script.onerror=()=>failed(Error(name+" was not read"));
document.documentElement.append(script)});
const load=async(id,...names)=>{await Promise.all(missing(names).map(read));return use(id)};
`;

/** The worker of Chromium: what is not read in its install event is refused for ever. */
const inWorker = (all: readonly string[]) => `if(!self.browser)importScripts("/${polyfillScript}");
const read=name=>{importScripts("/"+name);files.add(name)};
const load=async(id,...names)=>{missing(names).forEach(read);return use(id)};
addEventListener("install",()=>missing(${JSON.stringify(all)}).forEach(read));
`;
