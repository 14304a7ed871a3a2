import { h, render } from 'preact';

/* The least that a popup with Preact can do: read what Gigabar's reads, and paint one line of it. */

declare const chrome: { storage: { local: { get: (names: string[]) => Promise<Record<string, unknown>> } } };

const rounds = JSON.parse(new URLSearchParams(location.search).get('names') ?? '[]') as string[][];
let values: Record<string, unknown> = {};
for (const names of rounds) values = { ...values, ...(await chrome.storage.local.get(names)) };

type Snapshot = { cards: { plans: { modules: { balance: { remainingBytes: number } }[] }[] }[] };
const snapshots = Object.entries(values).filter(([name]) => name.startsWith('reading:'));
const [snapshot] = snapshots.map(([, value]) => value as Snapshot);
const left = snapshot?.cards[0]?.plans[0]?.modules[0]?.balance.remainingBytes ?? 0;
const app = document.getElementById('app');
if (app) render(h('p', { 'data-testid': 'remaining' }, `${(left / 1e9).toFixed(2)} GB left`), app);
