import type { ToolbarState } from '../core/badge.ts';
import { browser } from './browser.ts';

type Colour = ToolbarState['colour'];

/** Dark enough for white text at 4.5:1, and of different lightness. */
const badgeColours: Record<Colour, string> = {
  calm: '#0a6b62',
  tight: '#9a5b00',
  out: '#b3261e',
  act: '#b3261e',
  stale: '#5d6873',
  none: '#5d6873',
};

/** Seen on light and on dark toolbars. */
const gaugeColours: Record<Colour, string> = {
  calm: '#12a594',
  tight: '#d98a00',
  out: '#e5484d',
  act: '#e5484d',
  stale: '#8a95a1',
  none: '#8a95a1',
};

export async function paintToolbar(state: ToolbarState, tooltip: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text: state.text }),
    browser.action.setBadgeBackgroundColor({ color: badgeColours[state.colour] }),
    browser.action.setBadgeTextColor({ color: '#ffffff' }),
    browser.action.setTitle({ title: tooltip }),
    paintIcon(state),
  ]);
}

async function paintIcon(state: ToolbarState): Promise<void> {
  if (typeof OffscreenCanvas === 'undefined') return;
  const imageData = { 16: drawGauge(16, state), 32: drawGauge(32, state) };
  await browser.action.setIcon({ imageData: imageData as never });
}

/** An arch, filled from the left to the level: it stays in sight above the badge. Old figures leave it hollow. */
function drawGauge(size: number, { level, hollow, colour }: ToolbarState): ImageData {
  const pen = new OffscreenCanvas(size, size).getContext('2d') as OffscreenCanvasRenderingContext2D;
  const width = size / 4;
  const radius = (size - width) / 2;
  const middle = { x: size / 2, y: size / 2 + size / 8 };
  const arch = (from: number, to: number, line: number, stroke: string, r = radius) => {
    pen.beginPath();
    pen.lineWidth = line;
    pen.strokeStyle = stroke;
    pen.arc(middle.x, middle.y, r, Math.PI * (1 + from), Math.PI * (1 + to));
    pen.stroke();
  };
  if (hollow) {
    const line = size / 16;
    arch(0, 1, line, gaugeColours[colour], radius + width / 2 - line / 2);
    arch(0, 1, line, gaugeColours[colour], radius - width / 2 + line / 2);
  } else {
    arch(0, 1, width, '#8a95a166');
  }
  if (!hollow && level !== null && level > 0) arch(0, level, width, gaugeColours[colour]);
  return pen.getImageData(0, 0, size, size);
}
