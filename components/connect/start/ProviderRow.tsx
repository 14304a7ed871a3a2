import { translateKey } from '../../../utils/browser/i18n.ts';
import type { ListedProvider } from '../../../utils/browser/messages.ts';
import { ChoiceRow } from './ChoiceRow.tsx';

/** A provider by its name and whom it is for. */
export function ProviderRow({ provider, choose }: { provider: ListedProvider; choose: () => void }) {
  return (
    <ChoiceRow
      title={translateKey(`provider.${provider.textKey}.name`)}
      about={translateKey(`provider.${provider.textKey}.for`)}
      testId="provider"
      providerId={provider.id}
      choose={choose}
    />
  );
}
