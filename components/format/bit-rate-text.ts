import { figureText } from '../../utils/browser/i18n.ts';

/** "1 Mbit/s". Kilobits are of a thousand, whatever the seller's GB is. */
export function rateText(kbps: number): string {
  return kbps < 1000 ? `${figureText(String(kbps))} kbit/s` : `${figureText(String(kbps / 1000))} Mbit/s`;
}
