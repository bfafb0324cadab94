const EVERY = 10_000;

/** How far a long run is: a line that moves on a terminal, a line every ten seconds elsewhere. */
export function progress(): (text: string) => void {
  let last = -Infinity;
  return (text) => {
    if (process.stderr.isTTY) {
      process.stderr.write(`\r\u001b[K${text}`);
    } else if (performance.now() - last >= EVERY) {
      last = performance.now();
      process.stderr.write(`${text}\n`);
    }
  };
}
