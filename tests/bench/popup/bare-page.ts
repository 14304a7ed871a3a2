import { h, render } from 'preact';

/* The least that a popup with Preact can do: read what Gigabar's reads, and paint one line of it. */

type Area = 'local' | 'session';
declare const chrome: {
  storage: Record<Area, { get: (names: string[]) => Promise<Record<string, unknown>> }>;
};

const rounds = JSON.parse(new URLSearchParams(location.search).get('reads') ?? '[]') as [Area, string[]][];
let values: Record<string, unknown> = {};
for (const [area, names] of rounds) values = { ...values, ...(await chrome.storage[area].get(names)) };

const { html } = values['first-screen'] as { html: string };
const left = /data-testid="remaining">([^<]+)/.exec(html)?.[1] ?? '';
const app = document.getElementById('app');
if (app) render(h('p', { 'data-testid': 'remaining' }, `${left} GB left`), app);
