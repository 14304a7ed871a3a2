import type { RecentDays } from '../../utils/core/history/recent-days.ts';
import { barSlot, barTop } from './ChartBar.tsx';
import './Sparkline.css';

const height = 16;
/** A day without usage is seen to be one. */
const minBarPx = 2;

/** The past days without a scale; the words for it stand beside it. */
export function Sparkline({ past: { days, highest } }: { past: RecentDays }) {
  const topBytes = highest?.usedBytes ?? 0;
  return (
    <svg class="sparkline" height={height} aria-hidden="true">
      {days.map(({ startsAt, usedBytes }, index) => {
        if (usedBytes === null) return null;
        const { x, width } = barSlot({ index, count: days.length });
        const y = Math.min(barTop(usedBytes, { height, topBytes }), height - minBarPx);
        return <rect key={startsAt} x={`${x}%`} width={`${width * 0.7}%`} y={y} height={height - y} rx={1} />;
      })}
    </svg>
  );
}
