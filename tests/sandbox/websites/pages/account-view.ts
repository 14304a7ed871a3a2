import { ROAMING_TOTAL_BYTES, type Subscriber, TOTAL_MINUTES } from '../data/subscribers.ts';
import { TOP_UP_DAYS, TOP_UP_OFFERS } from '../data/top-ups.ts';
import { formatBytes, formatDate, formatPrice } from '../words/format.ts';
import type { Words } from '../words/words.ts';

/** One part of the plan. `percent`: of the total that is left; null: unlimited. */
export type Allowance = {
  name: string;
  label: string;
  left: string;
  total: string;
  ofTotal: string;
  percent: number | null;
};

/** All texts of the account page: what the server renders, and what it sends to the script that draws. */
export type AccountView = {
  title: string;
  planName: string;
  heading: string;
  allowances: Allowance[];
  validUntil: string;
  table: { left: string; packageSize: string; endsOn: string; end: string };
  topUp: string;
  offersTitle: string;
  offers: { name: string; detail: string; price: string }[];
};

export function accountView(subscriber: Subscriber, words: Words, isRedesigned: boolean): AccountView {
  const { tag } = words;
  const design = isRedesigned ? words.redesigned : words.usual;
  const { expiresAt, planName } = subscriber;
  return {
    title: design.title(subscriber.name),
    planName,
    heading: design.heading,
    allowances: allowancesOf(subscriber, words, isRedesigned),
    validUntil: words.validUntil(formatDate(expiresAt, tag, 'long')),
    table: {
      left: design.left,
      packageSize: words.packageSize,
      endsOn: words.endsOn,
      end: formatDate(expiresAt, tag, 'medium'),
    },
    topUp: words.topUp,
    offersTitle: design.offers,
    offers: TOP_UP_OFFERS.map(({ name, bytes, cents }) => {
      return { name, detail: words.forDays(formatBytes(bytes, tag), TOP_UP_DAYS), price: formatPrice(cents, tag) };
    }),
  };
}

function allowancesOf(subscriber: Subscriber, words: Words, isRedesigned: boolean): Allowance[] {
  const design = isRedesigned ? words.redesigned : words.usual;
  const allowance = (name: string, label: string, left: number, total: number, format: (count: number) => string) => {
    const percent = Math.min(100, Math.floor((left / total) * 100));
    return { name, label, left: format(left), total: format(total), ofTotal: words.ofTotal(format(total)), percent };
  };
  const bytes = (count: number) => formatBytes(count, words.tag);
  const minutes = (count: number) => words.minutes(String(count));
  const name = design.data ?? subscriber.planName;
  const unlimited = { name, label: design.left, left: words.unlimited, total: '–', ofTotal: '', percent: null };
  const data = allowance(name, design.left, subscriber.leftBytes, subscriber.totalBytes, bytes);
  return [
    subscriber.isUnlimited ? unlimited : data,
    allowance(design.roaming, design.left, subscriber.roamingBytes, ROAMING_TOTAL_BYTES, bytes),
    allowance(design.calls, design.minutesLeft, subscriber.minutes, TOTAL_MINUTES, minutes),
  ];
}
