import type { ToolbarState } from '../core/toolbar/toolbar-state.ts';
import { browser } from './browser.ts';

type Colour = ToolbarState['colour'];

/** Dark enough for white text at a contrast of 4.5:1, and of different lightness. */
const badgeColours: Record<Colour, string> = {
  ok: '#0a6b62',
  warning: '#9a5b00',
  critical: '#b3261e',
  action: '#b3261e',
  stale: '#5d6873',
  unknown: '#5d6873',
};

/** Visible on light and on dark toolbars. */
const gaugeColours: Record<Colour, string> = {
  ok: '#12a594',
  warning: '#d98a00',
  critical: '#e5484d',
  action: '#e5484d',
  stale: '#8a95a1',
  unknown: '#8a95a1',
};

export async function setToolbar(state: ToolbarState, tooltip: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text: state.text }),
    browser.action.setBadgeBackgroundColor({ color: badgeColours[state.colour] }),
    browser.action.setBadgeTextColor({ color: '#ffffff' }),
    browser.action.setTitle({ title: tooltip }),
    setIcon(state),
  ]);
}

/** What the browser says that it shows. */
export async function shownOnToolbar(): Promise<{ text: string; tooltip: string }> {
  const [text, tooltip] = await Promise.all([browser.action.getBadgeText({}), browser.action.getTitle({})]);
  return { text, tooltip };
}

async function setIcon(state: ToolbarState): Promise<void> {
  if (typeof OffscreenCanvas === 'undefined') return;
  const imageData = { 16: drawGauge(16, state), 32: drawGauge(32, state) };
  await browser.action.setIcon({ imageData: imageData as never });
}

/** Where the badge leaves the icon free: Chromium's badge lies on its lower part, Firefox's on its upper. */
const topBesideBadge = import.meta.env.FIREFOX ? 10 : 0;

/** A bar beside the badge (centred if there is none), filled to the level; hollow for a stale balance. */
function drawGauge(size: number, { level, isHollow, colour, text }: ToolbarState): ImageData {
  const context = new OffscreenCanvas(size, size).getContext('2d') as OffscreenCanvasRenderingContext2D;
  const unit = size / 16;
  const top = (text === '' ? 5 : topBesideBadge) * unit;
  const bar = (inset: number) => {
    context.beginPath();
    context.roundRect(inset, top + inset, size - 2 * inset, 6 * unit - 2 * inset, 2 * unit - inset);
  };
  bar(unit / 2);
  context.lineWidth = unit;
  context.strokeStyle = gaugeColours[colour];
  context.stroke();
  if (isHollow || level === null) return context.getImageData(0, 0, size, size);
  bar(unit / 2);
  context.clip();
  context.fillStyle = gaugeColours[colour];
  context.fillRect(0, top, Math.ceil(level * 16) * unit, 6 * unit);
  return context.getImageData(0, 0, size, size);
}
