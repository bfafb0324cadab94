/** The parts of `v3.259.0`, `go1.26.8` or `3.260.0-dev.1`, of which only the numbers count here. */
export function numbersOf(version: string): readonly number[] | undefined {
  const match = /(\d+)\.(\d+)(?:\.(\d+))?/.exec(version);
  return match === null ? undefined : match.slice(1, 4).map((part: string | undefined) => Number(part ?? 0));
}

export function isAtLeast(version: string, least: string): boolean {
  const [given, wanted] = [numbersOf(version), numbersOf(least)];
  if (given === undefined || wanted === undefined) {
    return false;
  }
  for (const [index, part] of wanted.entries()) {
    const difference = (given[index] ?? 0) - part;
    if (difference !== 0) {
      return difference > 0;
    }
  }
  return true;
}
