/** npm passes a Ctrl+C on to a process that has heard it already; what comes so soon is the same one. */
const echoMillis = 500;

/**
 * At SIGINT or SIGTERM finishes what is in flight and ends with 0; whoever presses Ctrl+C again ends it at once. Both
 * are safe: what was answered is stored.
 */
export function stopOnSignal(close: () => Promise<void>): void {
  let since: number | undefined;
  const stop = (): void => {
    if (since !== undefined) {
      if (performance.now() - since > echoMillis) process.exit(130);
      return;
    }
    since = performance.now();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}
