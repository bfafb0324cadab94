/** A text in three parts. Only the middle one differs from the other text. */
export interface Parted {
  readonly before: string;
  readonly middle: string;
  readonly after: string;
}

/** Parts two texts where they differ: what both begin with, what both end with, and the rest. */
export function partedFrom(text: string, other: string): Parted {
  const [mine, theirs] = [charactersOf(text), charactersOf(other)];
  const shortest = Math.min(mine.length, theirs.length);
  let start = 0;
  while (start < shortest && mine[start] === theirs[start]) {
    start += 1;
  }
  let end = 0;
  while (end < shortest - start && mine[mine.length - 1 - end] === theirs[theirs.length - 1 - end]) {
    end += 1;
  }
  const upTo = mine.length - end;
  return {
    before: mine.slice(0, start).join(""),
    middle: mine.slice(start, upTo).join(""),
    after: mine.slice(upTo).join(""),
  };
}

/** What a person takes for one character: a letter with its marks, for instance. */
const segmenter = new Intl.Segmenter();

function charactersOf(text: string): readonly string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}
