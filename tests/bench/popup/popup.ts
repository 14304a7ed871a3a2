import { buildExtension } from '../build.ts';
import { type Comparison, comparePopups } from './compare-popups.ts';
import type { Paint } from './first-paint.ts';
import { buildRivals } from './rivals.ts';
import { backgroundKb, scriptKb } from './script-sizes.ts';

/*
 * From the navigation to the popup until its figure is on screen, against a bare Preact page that reads the same keys
 * with the same values, and against a constant page.
 */

const maxRatio1 = 1.07;
const maxRatio50 = 1.12;
const maxFirstKb = 60;

const one = { accounts: 1, cardsEach: 1, historyDays: 14, orders: 0 };
const fifty = { accounts: 5, cardsEach: 10, historyDays: 400, orders: 200 };

/** Prints what was measured; returns whether all of it is within its limits. */
export async function benchPopup(): Promise<boolean> {
  buildExtension();
  const rivals = await buildRivals();
  const ofOne = await comparePopups(one, rivals);
  print('1 card', ofOne);
  const ofFifty = await comparePopups(fifty, rivals);
  print('50 cards', ofFifty);
  const { first, all } = scriptKb('popup.html');
  console.log(`scripts: ${first.toFixed(1)} KB for the first paint, ${all.toFixed(1)} KB in all`);
  const [ratio1, ratio50] = [ofOne, ofFifty].map(({ gigabar, bare }) => gigabar.ms / bare.ms) as [number, number];
  const constant = ofOne.gigabar.ms / ofOne.constant.ms;
  console.log(
    `ratio_1=${ratio1.toFixed(2)} ratio_50=${ratio50.toFixed(2)} constant=${constant.toFixed(2)} ` +
      `first_kb=${first.toFixed(1)} background_kb=${backgroundKb().toFixed(1)}`,
  );
  return ratio1 <= maxRatio1 && ratio50 <= maxRatio50 && first <= maxFirstKb;
}

function print(what: string, paints: Comparison): void {
  const said = ({ ms, scriptMs, heapKb }: Paint) =>
    `${ms.toFixed(1)} ms (script ${scriptMs.toFixed(1)} ms, heap ${heapKb.toFixed(0)} KB)`;
  const { gigabar, bare, barest, constant } = paints;
  console.log(`${what}: popup ${said(gigabar)}, bare ${said(bare)}, constant ${said(constant)}`);
  console.log(`  bare, reading only what the popup reads before its figure: ${said(barest)}`);
  console.log(`  popup ÷ that: ${(gigabar.ms / barest.ms).toFixed(2)}`);
}
