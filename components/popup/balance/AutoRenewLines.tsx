import type { RenewingPlan } from '../../../utils/core/usage/auto-renew.ts';
import type { AutoRenew } from '../../../utils/core/usage/card.ts';

type Props = { renewing: RenewingPlan[]; textOf: (autoRenew: AutoRenew) => string };

/** A line for each plan, with the plan's name if there are several. */
export function AutoRenewLines({ renewing, textOf }: Props) {
  return renewing.map(({ plan, autoRenew }) => (
    <p key={`${plan.id}:${plan.startsAt}`}>
      {renewing.length === 1 || plan.name === '' ? null : (
        <>
          <bdi>{plan.name}</bdi>
          {' · '}
        </>
      )}
      {textOf(autoRenew)}
    </p>
  ));
}
