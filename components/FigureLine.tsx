import { amountParts, amountText, t } from '../utils/browser/words.ts';
import type { Figure } from '../utils/core/figure.ts';
import type { ByteUnit } from '../utils/core/units.ts';
import { figureWords } from './amount-words.ts';
import { around } from './around.ts';
import './FigureLine.css';

type Props = { figure: Figure; byteUnit: ByteUnit; isOld: boolean };

/** The one large figure. */
export function FigureLine({ figure, byteUnit, isOld }: Props) {
  return (
    <p class="figure-line">
      <Remaining figure={figure} byteUnit={byteUnit} />
      <Caption figure={figure} byteUnit={byteUnit} />
      {isOld && figure.kind !== 'unknown' ? <span class="old-figures">{t('popup.old')}</span> : null}
    </p>
  );
}

function Remaining({ figure, byteUnit }: Omit<Props, 'isOld'>) {
  if (figure.kind !== 'known') {
    return (
      <bdi class="figure-words" data-testid="remaining">
        {figureWords(figure, byteUnit)}
      </bdi>
    );
  }
  const parts = amountParts(figure.leftBytes, byteUnit);
  return (
    <bdi class="figure" data-testid="remaining">
      {parts.figure}
      <small>{` ${parts.unit}`}</small>
    </bdi>
  );
}

function Caption({ figure, byteUnit }: Omit<Props, 'isOld'>) {
  if (figure.kind === 'coarse') return <span class="caption">{t('popup.left')}</span>;
  if (figure.kind !== 'known') return null;
  if (figure.totalBytes === null) return <span class="caption">{t('popup.left')}</span>;
  const [before, after] = around((mark) => t('popup.leftOf', { total: mark }));
  return (
    <span class="caption">
      {before}
      <bdi data-testid="total">{amountText(figure.totalBytes, byteUnit)}</bdi>
      {after}
    </span>
  );
}
