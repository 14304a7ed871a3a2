import {
  maxPageDepth,
  maxPageNodes,
  type PageNode,
  type PageTree,
  type ReadAttribute,
  readAttributes,
} from '../../core/page/page-tree.ts';
import { isChosen } from './chosen-element.ts';

type Attributes = Partial<Record<ReadAttribute, string>>;
type GrowingNode = PageNode & { children: PageNode[] };
type Growth = {
  count: number;
  depth: number;
  isTooLarge: boolean;
  hasPasswordField: boolean;
  domOf: Map<PageNode, Node> | undefined;
};

/* Of `Node.nodeType`. */
const elementNode = 1;
const textNode = 3;

/** Elements without words for people, or with words that were taken back. */
const skipped = new Set('script style template noscript head canvas object embed audio video del s strike'.split(' '));

/**
 * The tree of a document, whether it is shown or was only parsed. Frames and open shadow roots of the same origin are
 * part of it. `domOf`: takes down what each of its nodes was made of.
 */
export function pageTreeOf(document: Document, url: string, domOf?: Map<PageNode, Node>): PageTree {
  const growth: Growth = { count: 0, depth: 0, isTooLarge: false, hasPasswordField: false, domOf };
  const root: GrowingNode = { tag: 'body', text: '', attributes: {}, children: [], parent: null };
  if (document.body) {
    domOf?.set(root, document.body);
    addChildren(document.body, root, growth);
  }
  return {
    url,
    title: document.title,
    language: document.documentElement?.lang ?? '',
    root,
    nodeCount: growth.count,
    hasPasswordField: growth.hasPasswordField,
    isTooLarge: growth.isTooLarge,
  };
}

function addChildren(from: Node, parent: GrowingNode, growth: Growth): void {
  for (let child = from.firstChild; child; child = child.nextSibling) {
    if (growth.isTooLarge) return;
    if (child.nodeType === textNode) addText(child as Text, parent, growth);
    else if (child.nodeType === elementNode) addElement(child as Element, parent, growth);
  }
}

function addText(text: Text, parent: GrowingNode, growth: Growth): void {
  const node: PageNode = { tag: '', text: text.data, attributes: {}, children: [], parent };
  count(growth);
  growth.domOf?.set(node, text);
  parent.children.push(node);
}

function count(growth: Growth): void {
  growth.count += 1;
  if (growth.count > maxPageNodes || growth.depth > maxPageDepth) growth.isTooLarge = true;
}

function addElement(element: Element, parent: GrowingNode, growth: Growth): void {
  const tag = element.localName;
  count(growth);
  if (skipped.has(tag) || isHidden(element, tag)) return;
  const attributes = attributesOf(element, tag);
  if (tag === 'input' && asksPassword(element as HTMLInputElement)) growth.hasPasswordField = true;
  const node: GrowingNode = { tag, text: '', attributes, children: [], parent };
  growth.domOf?.set(node, element);
  parent.children.push(node);
  // A slot's own children are shown where nothing is put into it.
  if (tag === 'slot' && assignedNodes(element as HTMLSlotElement).length > 0) return;
  growth.depth += 1;
  if (element.shadowRoot) addChildren(element.shadowRoot, node, growth);
  const frame = tag === 'iframe' ? frameBody(element as HTMLIFrameElement) : null;
  addChildren(frame ?? element, node, growth);
  growth.depth -= 1;
}

/** A drawer with a sign-in that is not open asks for none. A parsed document has no styles that could hide it. */
function asksPassword(field: HTMLInputElement): boolean {
  const isShown = field.ownerDocument.defaultView === null || (field.checkVisibility?.() ?? true);
  return field.type === 'password' && isShown;
}

function assignedNodes(slot: HTMLSlotElement): Node[] {
  return slot.assignedNodes?.() ?? [];
}

/** By what the document itself says: a parsed one has no styles to ask. Dialogs and popovers open as they are needed. */
function isHidden(element: Element, tag: string): boolean {
  if (element.hasAttribute('hidden') || element.hasAttribute('popover')) return true;
  if (tag === 'dialog' && !element.hasAttribute('open')) return true;
  const style = element.getAttribute('style');
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

const wanted: ReadonlySet<string> = new Set(readAttributes);

function attributesOf(element: Element, tag: string): Attributes {
  const found: Attributes = {};
  for (const { name, value } of element.attributes) if (wanted.has(name)) found[name as ReadAttribute] = value;
  delete found.chosen;
  if (isChosen(element, tag, found.role)) found.chosen = '';
  if (tag === 'input' || tag === 'output') found.value = (element as HTMLInputElement).value;
  const labelIds = found['aria-labelledby'];
  if (labelIds !== undefined) found['aria-labelledby'] = textsOf(element, labelIds);
  return found;
}

function textsOf(element: Element, ids: string): string {
  const scope = element.getRootNode() as Document | ShadowRoot;
  const texts = ids.split(/\s+/).map((id) => (id === '' ? '' : (scope.getElementById?.(id)?.textContent ?? '')));
  return texts.join(' ').trim();
}

/** What a frame shows: its document where it has one of this origin, else the document in its own attribute. */
function frameBody(frame: HTMLIFrameElement): Node | null {
  const shown = contentDocumentOf(frame);
  if (shown?.body) return shown.body;
  const source = frame.getAttribute('srcdoc');
  return source === null ? null : parseDocument(source).body;
}

function contentDocumentOf(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}

type UnsafeParser = { parseHTMLUnsafe?: (html: string) => Document };

/** A document that runs nothing and loads nothing. `parseHTMLUnsafe` alone makes the shadow roots a document declares. */
export function parseDocument(html: string): Document {
  const parser = Document as unknown as UnsafeParser;
  return parser.parseHTMLUnsafe?.(html) ?? new DOMParser().parseFromString(html, 'text/html');
}
