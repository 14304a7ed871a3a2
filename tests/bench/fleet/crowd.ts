import { afterCheck } from '../../../utils/core/polling/after-check.ts';
import { type CheckState, decideNextCheck } from '../../../utils/core/polling/check-schedule.ts';
import type { Pace } from '../../../utils/core/polling/pace.ts';
import { mayResume, type PausedCheck, type Resumption, resumeLater } from '../../../utils/core/polling/resume.ts';
import { type Failure, retryAfterOf } from '../../../utils/core/values/failure.ts';
import type { Random } from '../random.ts';

/*
 * Many clients with one account each, which run the schedule of the extension against one seller. Requests are counted in
 * bins of ten seconds.
 */

export const binMs = 10_000;
/** When every scene begins, by everybody's clock. */
export const beginsAt = Date.UTC(2026, 10, 23, 9);
/** Where a pause ends: of how many somebody waits for an answer, with a popup that is open or an order that is. */
export const awaitedShare = 0.001;

/** A time without checks that lasted for `lengthMs` until `endsAt`. */
type Pause = { endsAt: number; lengthMs: number; by: Resumption };

/** When the next check of a client is to be, by its usual pace. */
export type Decide = (paceMs: number, failure: Failure | null, now: number) => Decided;
type Decided = { pollIntervalMs: number; pace: Pace | null };

/** What seller and people do. Instants: epoch milliseconds. */
export type Events = {
  /** What the seller answers; null: what was asked for. `requests`: how many it has had in that bin, with this one. */
  answer(now: number, requests: number): Failure | null;
  /** Of one client; null: it has had none. */
  pauseOf(random: Random): Pause | null;
};

/**
 * Requests in each bin. Of clients that the seller had failed: `failedAt`, when first; `backAt`, when the next figure
 * came; `allowedAt`, when it might have been asked for, by Retry-After or the interval between retries alone. 0: never.
 */
export type Run = { bins: Float64Array; failedAt: Float64Array; backAt: Float64Array; allowedAt: Float64Array };

/** `paces`: of each client, the interval between its checks. */
export function runCrowd(paces: Float64Array, decide: Decide, events: Events, lengthMs: number, random: Random): Run {
  const clients = paces.length;
  const bins = new Float64Array(Math.ceil(lengthMs / binMs));
  const times = () => new Float64Array(clients);
  const run: Run = { bins, failedAt: times(), backAt: times(), allowedAt: times() };
  const checks = new Array<PausedCheck>(clients);
  const pauses = new Array<Pause | null>(clients);
  const dueAt = new Float64Array(clients);
  // The clients that are due in a bin are a list: its first, and of each client the next.
  const firsts = new Int32Array(bins.length).fill(-1);
  const nexts = new Int32Array(clients);

  const schedule = (client: number, at: number) => {
    dueAt[client] = at;
    const bin = Math.max(0, Math.floor((at - beginsAt) / binMs));
    if (bin >= bins.length) return;
    nexts[client] = firsts[bin] ?? -1;
    firsts[bin] = client;
  };

  const request = (client: number, { check, checkedAt, pollIntervalMs }: PausedCheck, now: number, bin: number) => {
    const requests = (bins[bin] ?? 0) + 1;
    bins[bin] = requests;
    const failure = events.answer(now, requests);
    const decided = decide(pollIntervalMs, failure, now);
    const ended = { failure, now, ...decided, floorMs: 0, checkedAt, random: random.between(0, 1) };
    const next = afterCheck(check, ended);
    if (failure && !run.backAt[client]) {
      run.failedAt[client] ||= now;
      run.allowedAt[client] = allowedAfter(failure, next.failures, now, decided.pollIntervalMs);
    } else if (run.failedAt[client]) run.backAt[client] ||= now;
    checks[client] = pausedOf(next, failure ? checkedAt : now, pollIntervalMs);
    return next.nextCheckAt;
  };

  const wake = (client: number, paused: PausedCheck, bin: number) => {
    const now = dueAt[client] ?? 0;
    const pause = pauses[client] ?? null;
    pauses[client] = null;
    const isPutOff = pause !== null && mayResume(paused, pause.by, now);
    if (pause && !isPutOff && paused.check.nextCheckAt > now) return paused.check.nextCheckAt;
    if (!isPutOff || random.chance(awaitedShare)) return request(client, paused, now, bin);
    const check = resumeLater(paused, pause.by, now, random.between(0, 1));
    checks[client] = pausedOf(check, paused.checkedAt, paused.pollIntervalMs);
    return check.nextCheckAt;
  };

  for (let client = 0; client < clients; client += 1) {
    const pause = events.pauseOf(random);
    const first = steadyClient(paces[client] ?? 0, pause ? pause.endsAt - pause.lengthMs : beginsAt, random);
    checks[client] = first;
    pauses[client] = pause;
    schedule(client, pause ? pause.endsAt : first.check.nextCheckAt);
  }
  for (let bin = 0; bin < bins.length; bin += 1) {
    for (let client = firsts[bin] ?? -1; client >= 0; client = firsts[bin] ?? -1) {
      firsts[bin] = nexts[client] ?? -1;
      const paused = checks[client];
      if (paused) schedule(client, wake(client, paused, bin));
    }
  }
  return run;
}

/** A client at any moment between two good checks. */
function steadyClient(pollIntervalMs: number, at: number, random: Random): PausedCheck {
  const asked = { failure: null, now: at, pollIntervalMs, floorMs: 0, checkedAt: null };
  const check = afterCheck(null, { ...asked, random: random.between(0, 1) });
  const passedMs = (check.nextCheckAt - at) * random.between(0, 1);
  const checkedAt = at - passedMs;
  return pausedOf(
    { ...check, triedAt: checkedAt, nextCheckAt: check.nextCheckAt - passedMs },
    checkedAt,
    pollIntervalMs,
  );
}

function allowedAfter(failure: Failure, failures: number, now: number, pollIntervalMs: number): number {
  const retried = { failure: { kind: 'no-answer' }, failures, now, pollIntervalMs, floorMs: 0, random: 0.5 } as const;
  return Math.max(retryAfterOf(failure) ?? 0, decideNextCheck(retried).at);
}

function pausedOf(check: CheckState, checkedAt: number | null, pollIntervalMs: number): PausedCheck {
  return { check, checkedAt, pollIntervalMs, floorMs: 0, needsConfirmation: false };
}
