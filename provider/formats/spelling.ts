/**
 * One letter can be written in two ways in Unicode: «ü» as one sign, or, as macOS unpacks names, as «u» with two dots to
 * follow. Both look the same, and a disk that is not a Mac's tells them apart.
 */
export function isSpelledAlike(one: string, other: string): boolean {
  return one === other || one.normalize() === other.normalize();
}

/** The name that is meant: the very one, or else one that looks the same. */
export function spelled(names: Iterable<string>, wanted: string): string | undefined {
  let alike: string | undefined;
  for (const name of names) {
    if (name === wanted) {
      return name;
    }
    // In ASCII there is one way only.
    if (alike === undefined && /[^\0-\x7f]/.test(name) && isSpelledAlike(name, wanted)) {
      alike = name;
    }
  }
  return alike;
}
