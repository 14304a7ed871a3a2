/** How long a computation may go on before messages and events get their turn. */
const turnMs = 50;

/** For a long loop: to be awaited in each round; lets other work happen once the turn is over. */
export function pauses(): () => Promise<void> | void {
  let until = performance.now() + turnMs;
  return () => {
    if (performance.now() < until) return undefined;
    return new Promise((resolve) => {
      setTimeout(() => {
        until = performance.now() + turnMs;
        resolve();
      });
    });
  };
}
