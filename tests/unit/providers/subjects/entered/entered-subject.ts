import type { Seller } from '../../../../../utils/core/accounts/account.ts';
import { checked, type FormValues } from '../../../../../utils/core/forms/form-field.ts';
import { dayMs, minuteMs, startOfDay } from '../../../../../utils/core/values/time.ts';
import type { ConnectionConfig } from '../../../../../utils/providers/adapter/provider.ts';
import type { Entry } from '../../../../sandbox/mirrors/mirror.ts';
import { grantedClient } from '../../../support/clients.ts';
import type { Running, WireCapabilities } from '../subject.ts';

/* For providers whose wire is what the user enters: the form values for a ledger entry. */

/** Dates are days, amounts are MB with two decimals. An unknown balance cannot be entered. */
export const enteredCapabilities: WireCapabilities = {
  unlimited: true,
  unknown: false,
  start: true,
  expiryMs: dayMs + 2 * minuteMs,
  hasPeriods: false,
  amountBytes: 10_000,
  measuredAt: false,
  name: true,
};

export function runEntered(
  seller: Seller,
  open: (entries: FormValues) => ConnectionConfig,
  close: () => Promise<void>,
): Running {
  return {
    seller,
    client: grantedClient(),
    write: (entry) => Object.assign(seller, open(formValuesFor(entry)).seller),
    setFault: () => undefined,
    close,
  };
}

function formValuesFor({ name, kind, quotaBytes, usedBytes, startsAt, expiresAt }: Entry): FormValues {
  const remaining = Math.max(0, quotaBytes - usedBytes);
  return {
    name,
    ...(kind === 'known' ? { quota: amountText(quotaBytes), left: amountText(remaining) } : { unlimited: checked }),
    ...(startsAt === null ? {} : { startsAt: dateText(startsAt) }),
    // The day before: with a precision of days, an end during a day means that day is not included.
    ...(expiresAt === null ? {} : { endsAt: dateText(startOfDay(expiresAt) - minuteMs) }),
  };
}

function amountText(bytes: number): string {
  return `${Math.floor(bytes / 10_000) / 100} MB`;
}

/** A date field's value, in local time. */
function dateText(at: number): string {
  return new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}
