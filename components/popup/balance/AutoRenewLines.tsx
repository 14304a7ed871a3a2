import type { RenewingPlan } from '../../../utils/core/usage/auto-renew.ts';
import type { AutoRenew } from '../../../utils/core/usage/card.ts';

type Props = { renewing: RenewingPlan[]; says: (autoRenew: AutoRenew) => string };

/** A line for each plan; several are told apart by their names. */
export function AutoRenewLines({ renewing, says }: Props) {
  return renewing.map(({ plan, autoRenew }) => (
    <p key={`${plan.id}:${plan.startsAt}`}>
      {renewing.length === 1 || plan.name === '' ? null : (
        <>
          <bdi>{plan.name}</bdi>
          {' · '}
        </>
      )}
      {says(autoRenew)}
    </p>
  ));
}
