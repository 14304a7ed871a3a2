type Runs = { [name in `gigabar-${string}`]?: AbortController };

/**
 * Until the same script is injected into the page once more. Scripts of an extension share what is global to them, of
 * which the page sees nothing.
 */
export function latestRun(script: 'reader' | 'picker'): AbortSignal {
  const runs = globalThis as Runs;
  const run = new AbortController();
  runs[`gigabar-${script}`]?.abort();
  runs[`gigabar-${script}`] = run;
  return run.signal;
}
