import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  visit,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from "yaml";

/** Values of a file with aliases, each counted as often as it is repeated. */
const MOST_VALUES = 300_000;

/** Something that is wrong at a place of the text. */
export interface Trouble {
  readonly offset: number;
  readonly message: string;
}

/** What each alias of a document repeats, and what is wrong with the keys and aliases of its maps. */
export class Aliases {
  readonly troubles: Trouble[] = [];
  readonly #anchored = new Map<string, Node>();
  readonly #sources = new Map<object, Node>();
  readonly #sizes = new Map<object, number>();

  constructor(document: Document) {
    visit(document, {
      Pair: (_, pair) => {
        if (isMergeKey(pair.key)) {
          this.#judgeMerge(pair);
        }
      },
      Node: (_, node, around) => {
        if (isMap(node)) {
          this.#judgeKeys(node);
        }
        if (isAlias(node)) {
          this.#judge(node, node.source, around);
        } else if (node.anchor !== undefined) {
          this.#anchored.set(node.anchor, node);
        }
      },
    });
    if (this.troubles.length === 0 && this.#sources.size > 0 && this.#sizeOf(document.contents) > MOST_VALUES) {
      const [worst] = [...this.#sources.keys()].sort((one, other) => this.#sizeOf(other) - this.#sizeOf(one));
      this.#tell(worst, `the aliases make more than ${MOST_VALUES} values of this file: repeat less`);
    }
  }

  /** The value itself, or the one that an alias repeats. */
  resolved(node: unknown): unknown {
    return isAlias(node) ? this.#sources.get(node) : node;
  }

  #judge(alias: object, name: string, around: readonly unknown[]): void {
    const source = this.#anchored.get(name);
    if (source === undefined) {
      this.#tell(alias, `\`*${name}\` repeats nothing: no value before it has the anchor \`&${name}\``);
    } else if (around.includes(source)) {
      this.#tell(alias, `\`*${name}\` stands inside of the value that it repeats`);
    } else {
      this.#sources.set(alias, source);
    }
  }

  /** The parser could do so itself, but takes minutes for a map of a hundred thousand keys. */
  #judgeKeys({ items }: YAMLMap): void {
    const known = new Set<unknown>();
    for (const { key } of items) {
      const name = isScalar(key) ? String(key.value) : key;
      if (known.has(name) && !isMergeKey(key)) {
        this.#tell(key, "this key stands twice in its map: remove one of the two");
      }
      known.add(name);
    }
  }

  #judgeMerge({ key, value }: Pair): void {
    const sources = isSeq(value) ? value.items : [value];
    const isRight = sources.every((source) => isMap(source) || isAlias(source));
    if (!isRight) {
      this.#tell(key, "`<<` takes a map, an alias of a map, or a list of them");
    }
  }

  #tell(node: unknown, message: string): void {
    this.troubles.push({ offset: (node as Node | undefined)?.range?.[0] ?? 0, message });
  }

  #sizeOf(node: unknown): number {
    if (typeof node !== "object" || node === null) {
      return 1;
    }
    const known = this.#sizes.get(node);
    if (known !== undefined) {
      return known;
    }
    const size = 1 + this.#partsOf(node).reduce<number>((sum, part) => sum + this.#sizeOf(part), 0);
    this.#sizes.set(node, size);
    return size;
  }

  #partsOf(node: object): readonly unknown[] {
    if (isAlias(node)) {
      return [this.#sources.get(node)];
    }
    if (isPair(node)) {
      return [node.key, node.value];
    }
    return isMap(node) || isSeq(node) ? node.items : [];
  }
}

/** The parser reads it as a symbol, unless it stands in quotes: then it is a name. */
export function isMergeKey(key: unknown): boolean {
  return isScalar(key) && typeof key.value === "symbol";
}
