/**
 * Runs before the process ends, and hands back how to forget it. Pulumi ends the provider with SIGINT, also after a good
 * run, and then no `exit` handler runs.
 */
export function atEnd(finish: () => void): () => void {
  process.on("exit", finish);
  const signals = (["SIGINT", "SIGTERM"] as const).map((signal) => finishOn(signal, finish));
  return () => {
    process.off("exit", finish);
    signals.forEach((forget) => forget());
  };
}

/** Where nobody else handles the signal, the process ends as it would have. */
function finishOn(signal: "SIGINT" | "SIGTERM", finish: () => void): () => void {
  const handle = (): void => {
    finish();
    if (process.listenerCount(signal) === 0) {
      process.kill(process.pid, signal);
    }
  };
  process.once(signal, handle);
  return () => process.off(signal, handle);
}
