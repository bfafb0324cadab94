/** Words with how much each of them tells. */
export interface Weighed {
  readonly words: readonly string[];
  readonly total: number;
}

/** What a word tells that the provider's operations do not have. */
const FOREIGN = 0.8;

/** How much a word tells: much if few of the provider's operations have it, little if nearly all do. */
export class Weights {
  private readonly weights = new Map<string, number>();

  constructor(uses: readonly (readonly string[])[]) {
    const counts = new Map<string, number>();
    for (const word of uses.flatMap((words) => [...new Set(words)])) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const most = Math.log(Math.max(2, uses.length));
    for (const [word, count] of counts) {
      this.weights.set(word, 0.3 + Math.log(uses.length / count) / most);
    }
  }

  of(word: string): number {
    return this.weights.get(word) ?? FOREIGN;
  }

  weigh(words: readonly string[]): Weighed {
    const once = [...new Set(words)];
    return { words: once, total: once.reduce((sum, word) => sum + this.of(word), 0) };
  }

  /** How much of what both tell is common: 0 for nothing, 1 for the same words. */
  overlap(one: Weighed, other: Weighed): number {
    let common = 0;
    for (const word of one.words) {
      if (other.words.includes(word)) {
        common += this.of(word);
      }
    }
    const all = one.total + other.total - common;
    return all === 0 ? 0 : common / all;
  }
}
