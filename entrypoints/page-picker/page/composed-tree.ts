/** What an element stands in, out of shadow roots and frames of the same origin, too. */
export function parentAcross(element: Element): Element | null {
  return element.parentElement ?? hostOf(element) ?? frameOf(element);
}

function hostOf(element: Element): Element | null {
  return (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
}

/** The frame whose document it is in, and that document's place from the corner of the one around. */
export function frameOf(element: Element): Element | null {
  return element.ownerDocument.defaultView?.frameElement ?? null;
}

/** Where a frame draws its document, from the corner of the document around it. */
export function frameCorner(frame: Element): { x: number; y: number } {
  const { left, top } = frame.getBoundingClientRect();
  const { paddingLeft, paddingTop } = getComputedStyle(frame);
  return {
    x: left + frame.clientLeft + (Number.parseFloat(paddingLeft) || 0),
    y: top + frame.clientTop + (Number.parseFloat(paddingTop) || 0),
  };
}

/** The element itself and all it stands in, outwards. */
export function* pathFrom(element: Element): Generator<Element> {
  for (let at: Element | null = element; at; at = parentAcross(at)) yield at;
}

/** The innermost element of the page at a point, in whatever frame or open shadow root; `cover` is looked through. */
export function innermostAt(cover: Element, x: number, y: number): Element | null {
  let found = document.elementsFromPoint(x, y).find((element) => element !== cover) ?? null;
  let at = { x, y };
  for (;;) {
    const frame = (found as Partial<HTMLIFrameElement> | null)?.contentDocument;
    const corner = frame && found ? frameCorner(found) : { x: 0, y: 0 };
    at = { x: at.x - corner.x, y: at.y - corner.y };
    const inner = (frame ?? found?.shadowRoot)?.elementFromPoint(at.x, at.y);
    if (!inner || inner === found) return found;
    found = inner;
  }
}
