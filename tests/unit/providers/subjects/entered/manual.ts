import { defaultSeller } from '../../../../../utils/core/accounts/account.ts';
import { manual } from '../../../../../utils/providers/entered/manual.ts';
import type { Subject } from '../subject.ts';
import { enteredCapabilities, runEntered } from './entered-subject.ts';

export const manualSubject: Subject = {
  provider: manual,
  reports: enteredCapabilities,
  failures: {},
  start: async () => {
    const base = defaultSeller(manual.id, manual.id);
    return runEntered(
      { ...base },
      (entries) => manual.form.toConnection(base, entries),
      async () => undefined,
    );
  },
};
