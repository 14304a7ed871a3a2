import type { SupportWay } from './support-ways.ts';
import '../../ui/button.css';

/** A link for each way to the seller's support. */
export function SupportWays({ ways }: { ways: SupportWay[] }) {
  return ways.map(({ kind, href, label }) => (
    <a key={kind} class="small-button" href={href} target="_blank" rel="noreferrer" data-testid={`support-${kind}`}>
      {label}
    </a>
  ));
}
