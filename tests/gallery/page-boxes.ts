/* What is measured on a page. The functions run in it, so each must stand by itself. */

/** An element by its way from the body, and where it lies, in CSS pixels. */
export type Box = [path: string, x: number, y: number, width: number, height: number];

/** The boxes of all elements that are seen. */
export function boxesOf(): Box[] {
  const boxes: Box[] = [];
  const visit = (element: Element, path: string) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    if (width === 0 && height === 0 && element.childElementCount === 0) return;
    if (width <= 1 && height <= 1) return;
    const round = (value: number) => Math.round(value * 2) / 2;
    boxes.push([path, round(x), round(y), round(width), round(height)]);
    if (element.tagName === 'svg' || element.tagName === 'SELECT') return;
    [...element.children].forEach((child, i) => {
      const name = (child as HTMLElement).dataset.testid ?? child.classList[0] ?? '';
      visit(child, `${path} > ${child.tagName.toLowerCase()}${name && `.${name}`}:${i}`);
    });
  };
  for (const child of document.body.children) if (child.tagName !== 'SCRIPT') visit(child, child.tagName.toLowerCase());
  return boxes;
}

/** What cannot be read: texts that lie on each other, and texts that are cut off or reach out of the page. */
export function unreadableTexts(): string[] {
  const found: string[] = [];
  const texts: { text: string; node: Text; rects: DOMRect[] }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const parent = node.parentElement;
    const text = node.data.trim();
    if (text === '' || !parent || parent.closest('.visually-hidden, script, style, select, option, svg')) continue;
    if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    texts.push({ text, node, rects });
    for (let box: Element | null = parent; box; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box);
      const edge = box.getBoundingClientRect();
      const isOut = rects.some(({ left, right }) => left < edge.left - 1 || right > edge.right + 1);
      if (overflowX !== 'visible' && isOut) found.push(`cut: ${text}`);
      const isBelow = rects.some(({ bottom }) => bottom > edge.bottom + 2);
      if (overflowY === 'hidden' && box !== document.documentElement && isBelow) found.push(`cut below: ${text}`);
    }
    const { clientWidth } = document.documentElement;
    if (rects.some(({ left, right }) => left < -1 || right > clientWidth + 1)) found.push(`outside: ${text}`);
  }
  // Lines of one text share the height of their line; of two texts the glyphs alone must not touch.
  const slack = 0.2;
  texts.forEach((one, i) => {
    for (const other of texts.slice(i + 1)) {
      if (one.node.parentElement === other.node.parentElement) continue;
      const isOver = one.rects.some((a) =>
        other.rects.some((b) => {
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          return across > 1 && down > slack * Math.min(a.height, b.height) + 1;
        }),
      );
      if (isOver) found.push(`"${one.text}" lies on "${other.text}"`);
    }
  });
  return found;
}

/**
 * How this browser draws a few letters of the languages shown: the same text elsewhere means the same browser and the
 * same fonts.
 */
export function drawnLetters(): string {
  const canvas = document.createElement('canvas');
  canvas.width = 240;
  canvas.height = 60;
  const context = canvas.getContext('2d');
  if (!context) return '';
  context.font = `600 24px ${getComputedStyle(document.documentElement).getPropertyValue('--sans')}`;
  context.fillText('1.24 GB Axis', 4, 26);
  context.fillText('剩余数据套餐', 4, 54);
  const { data } = context.getImageData(0, 0, 240, 60);
  let hash = 0;
  for (const value of data) hash = (Math.imul(hash, 31) + value) | 0;
  return (hash >>> 0).toString(16);
}

/** Where `now` differs from `saved` by more than two pixels. */
export function boxDifferences(saved: readonly Box[], now: readonly Box[]): string[] {
  const before = new Map(saved.map(([path, ...box]) => [path, box]));
  const after = new Map(now.map(([path, ...box]) => [path, box]));
  const gone = [...before.keys()].filter((path) => !after.has(path)).map((path) => `gone: ${path}`);
  const changed = [...after].flatMap(([path, box]) => {
    const old = before.get(path);
    if (!old) return [`new: ${path}`];
    return box.some((value, i) => Math.abs(value - (old[i] ?? 0)) > 2) ? [`moved: ${path} ${old} → ${box}`] : [];
  });
  return [...gone, ...changed];
}
