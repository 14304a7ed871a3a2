import type { Seller } from '../../../../../utils/core/accounts/account.ts';
import type { FormValues } from '../../../../../utils/core/forms/form-field.ts';
import { dayMs, minuteMs, startOfDay } from '../../../../../utils/core/values/time.ts';
import type { ConnectionConfig } from '../../../../../utils/providers/adapter/provider.ts';
import { createClient } from '../../../../../utils/providers/http/client.ts';
import type { Entry } from '../../../../sandbox/mirrors/mirror.ts';
import type { Running, Tells } from '../subject.ts';

/* Where the person's entries are the wire: what they would type of what a card truly has. */

/** Days, and megabytes of two decimals. Whoever does not know what is left cannot say so. */
export const enteredTells: Tells = {
  unlimited: true,
  unknown: false,
  start: true,
  expiryMs: dayMs + 2 * minuteMs,
  amountBytes: 10_000,
  measuredAt: false,
  name: true,
};

export function entered(
  seller: Seller,
  open: (entries: FormValues) => ConnectionConfig,
  close: () => Promise<void>,
): Running {
  return {
    seller,
    client: createClient(),
    write: (entry) => Object.assign(seller, open(entriesFor(entry)).seller),
    setFault: () => undefined,
    close,
  };
}

function entriesFor({ name, kind, quotaBytes, usedBytes, startsAt, expiresAt }: Entry): FormValues {
  const left = Math.max(0, quotaBytes - usedBytes);
  return {
    name,
    ...(kind === 'known' ? { quota: amountText(quotaBytes), left: amountText(left) } : {}),
    ...(startsAt === null ? {} : { startsAt: dayText(startsAt) }),
    // The day before: an end some time today is over for whoever counts in days.
    ...(expiresAt === null ? {} : { endsAt: dayText(startOfDay(expiresAt) - minuteMs) }),
  };
}

function amountText(bytes: number): string {
  return `${Math.floor(bytes / 10_000) / 100} MB`;
}

/** By the clocks here, as a date field has it. */
function dayText(at: number): string {
  return new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}
