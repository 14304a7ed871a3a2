import { afterCheck } from '../../../utils/core/polling/after-check.ts';
import { type CheckState, decideNextCheck } from '../../../utils/core/polling/check-schedule.ts';
import { mayResume, type Resumption, resumeLater } from '../../../utils/core/polling/resume.ts';
import type { Failure } from '../../../utils/core/values/failure.ts';

/*
 * Many clients with one account each, which run the schedule of the extension against one seller. Requests are counted in
 * bins of ten seconds.
 */

export const binMs = 10_000;
/** When every scene begins, by everybody's clock. */
export const beginsAt = Date.UTC(2026, 10, 23, 9);
/** Where a pause ends: of how many somebody waits for an answer, with a popup that is open or an order that is. */
export const awaitedShare = 0.001;

/** A number from 0 up to 1, uniform. */
export type Draw = () => number;

/** A time without checks that lasted for `lengthMs` until `endsAt`. */
export type Pause = { endsAt: number; lengthMs: number; by: Resumption };

/** What seller and people do. */
export type Events = {
  /** What the seller answers; null: what was asked for. `requests`: how many it has had in that bin, with this one. */
  answer(now: number, requests: number, draw: Draw): Failure | null;
  /** Of one client; null: it has had none. */
  pauseOf(draw: Draw): Pause | null;
};

/**
 * Requests in each bin. Of clients that the seller had failed: `failedAt`, when first; `backAt`, when the next figure
 * came. 0: never.
 */
export type Run = { bins: Float64Array; failedAt: Float64Array; backAt: Float64Array };

/** `paces`: of each client, the interval between its checks. */
export function runCrowd(paces: Float64Array, events: Events, untilMs: number, draw: Draw): Run {
  const clients = paces.length;
  const bins = new Float64Array(Math.ceil(untilMs / binMs));
  const run: Run = { bins, failedAt: new Float64Array(clients), backAt: new Float64Array(clients) };
  const checks = new Array<CheckState>(clients);
  const checkedAt = new Float64Array(clients);
  const pauses = new Array<Pause | null>(clients);
  // The clients of each bin as a list: its first, and of each client the next.
  const firsts = new Int32Array(bins.length).fill(-1);
  const nexts = new Int32Array(clients);
  const dueAt = new Float64Array(clients);

  const schedule = (client: number, at: number, now: number) => {
    dueAt[client] = Math.max(at, now);
    const bin = Math.floor(((dueAt[client] ?? 0) - beginsAt) / binMs);
    if (bin >= bins.length) return;
    nexts[client] = firsts[bin] ?? -1;
    firsts[bin] = client;
  };

  const request = (client: number, check: CheckState, now: number, bin: number) => {
    const requests = (bins[bin] ?? 0) + 1;
    bins[bin] = requests;
    const failure = events.answer(now, requests, draw);
    const pollIntervalMs = paces[client] ?? 0;
    const input = { failure, now, pollIntervalMs, floorMs: 0, checkedAt: checkedAt[client] ?? null, random: draw() };
    if (failure) run.failedAt[client] ||= now;
    else {
      checkedAt[client] = now;
      if (run.failedAt[client]) run.backAt[client] ||= now;
    }
    return afterCheck(check, input);
  };

  const wake = (client: number, bin: number) => {
    const now = dueAt[client] ?? 0;
    const check = checks[client];
    if (!check) return;
    const pause = pauses[client];
    pauses[client] = null;
    const pollIntervalMs = paces[client] ?? 0;
    const paused = {
      check,
      checkedAt: checkedAt[client] ?? null,
      pollIntervalMs,
      floorMs: 0,
      needsConfirmation: false,
    };
    const isPut = pause && mayResume(paused, pause.by, now) && draw() >= awaitedShare;
    if (isPut) checks[client] = resumeLater(paused, pause.by, now, draw());
    else if (!pause || check.nextCheckAt <= now) checks[client] = request(client, check, now, bin);
    schedule(client, checks[client]?.nextCheckAt ?? 0, now);
  };

  for (let client = 0; client < clients; client += 1) {
    const pause = events.pauseOf(draw);
    const steadyAt = pause ? pause.endsAt - pause.lengthMs : beginsAt;
    const check = checkInPast(paces[client] ?? 0, steadyAt, draw);
    checks[client] = check;
    checkedAt[client] = check.triedAt;
    pauses[client] = pause;
    schedule(client, pause ? pause.endsAt : check.nextCheckAt, beginsAt);
  }
  for (let bin = 0; bin < bins.length; bin += 1) {
    for (let client = firsts[bin] ?? -1; client >= 0; client = firsts[bin] ?? -1) {
      firsts[bin] = nexts[client] ?? -1;
      wake(client, bin);
    }
  }
  return run;
}

/** A client at any moment between two good checks. */
function checkInPast(pollIntervalMs: number, at: number, draw: Draw): CheckState {
  const next = decideNextCheck({ failure: null, failures: 0, now: at, pollIntervalMs, floorMs: 0, random: draw() });
  const passedMs = (next.at - at) * draw();
  return {
    failure: null,
    failingSince: null,
    failures: 0,
    triedAt: at - passedMs,
    nextCheckAt: next.at - passedMs,
    reason: next.reason,
    manualRefreshAt: null,
    isNotified: false,
  };
}
