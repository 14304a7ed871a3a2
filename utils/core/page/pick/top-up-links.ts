import { safeHref } from '../../values/urls.ts';
import type { PageNode, PageTree } from '../page-tree.ts';
import { normalText } from '../text/normal-text.ts';
import { anyOf, lazily } from '../text/word-patterns.ts';

const words = lazily(() => new RegExp(anyOf('topUp'), 'iu'));

const maxLinks = 3;

/** Links whose words promise a way to top up, on https or this computer; the first ones. */
export function topUpLinksOf({ root, url }: PageTree): { text: string; url: string }[] {
  const found = new Map<string, { text: string; url: string }>();
  const visit = (node: PageNode): void => {
    if (found.size >= maxLinks) return;
    if (node.tag === 'a' && node.attributes.href !== undefined) {
      const text = textOf(node).replace(/\s+/g, ' ').trim();
      const href = resolve(node.attributes.href, url);
      if (href !== null && text.length <= 60 && words().test(normalText(text))) found.set(href, { text, url: href });
    }
    for (const child of node.children) visit(child);
  };
  visit(root);
  return [...found.values()];
}

function textOf(node: PageNode): string {
  return node.tag === '' ? node.text : (node.attributes['aria-label'] ?? node.children.map(textOf).join(' '));
}

function resolve(href: string, base: string): string | null {
  if (!URL.canParse(href, base)) return null;
  const link = new URL(href, base);
  const page = new URL(base);
  link.hash = '';
  page.hash = '';
  return link.href === page.href ? null : safeHref(link.href);
}
