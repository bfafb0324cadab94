import { LineCounter, isMap, isNode, isSeq, parseDocument, type Document, type YAMLMap } from "yaml";
import { Aliases, isMergeKey, type Trouble } from "./aliases";

type Path = readonly PropertyKey[];

/** A YAML text that knows the line and column of each of its values, behind aliases and merge keys too. */
export class ParsedYaml {
  readonly value: unknown;
  /** What is wrong with the text as YAML. */
  readonly problems: readonly string[];
  readonly #contents: unknown;
  readonly #aliases: Aliases | undefined;
  readonly #lines = new LineCounter();

  constructor(
    readonly file: string,
    text: string,
  ) {
    const { document, troubles } = parsed(text, this.#lines);
    this.#contents = document?.contents;
    this.#aliases = document === undefined || troubles.length > 0 ? undefined : new Aliases(document);
    this.problems = [...troubles, ...(this.#aliases?.troubles ?? [])].map(
      ({ offset, message }) => `${this.#placeOf(offset)}: ${message}`,
    );
    // What aliases may add is judged already.
    this.value = this.problems.length === 0 ? (document?.toJS({ maxAliasCount: -1 }) as unknown) : undefined;
  }

  /** The place of the value, or of the nearest one around it. */
  placeOf(path: Path): string {
    return this.#placeOf(this.#offsetOf(path));
  }

  #placeOf(offset: number): string {
    const { line, col } = this.#lines.linePos(offset);
    return `${this.file}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
  }

  #offsetOf(path: Path): number {
    let node = this.#contents;
    let offset = offsetIn(node) ?? 0;
    for (const step of path) {
      const found = this.#inside(node, step);
      if (found === undefined) {
        return offset;
      }
      offset = offsetIn(found.key) ?? offset;
      node = found.value;
    }
    return offset;
  }

  /** A member with its key; an item of a list is its own key. */
  #inside(node: unknown, step: PropertyKey): { readonly key: unknown; readonly value: unknown } | undefined {
    const inner = this.#aliases?.resolved(node);
    if (isSeq(inner)) {
      const item = typeof step === "number" ? inner.items[step] : undefined;
      return item === undefined ? undefined : { key: item, value: item };
    }
    if (!isMap(inner)) {
      return undefined;
    }
    return inner.items.find(({ key }) => nameOf(key) === String(step)) ?? this.#merged(inner, step);
  }

  #merged(map: YAMLMap, step: PropertyKey) {
    const sources = map.items
      .filter(({ key }) => isMergeKey(key))
      .flatMap(({ value }) => (isSeq(value) ? value.items : [value]));
    return sources.map((source) => this.#inside(source, step)).find((found) => found !== undefined);
  }
}

function parsed(text: string, lineCounter: LineCounter): { document?: Document; troubles: readonly Trouble[] } {
  try {
    const document: Document = parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      merge: true,
      uniqueKeys: false,
    });
    const troubles = document.errors.map(({ code, pos: [offset], message }) => ({
      offset,
      // Lists within lists within lists: the parser calls itself for each.
      message: /call stack/.test(message) ? TOO_DEEP : (inWords[code] ?? `this is no YAML: ${message}`),
    }));
    return { document, troubles };
  } catch (error) {
    if (error instanceof RangeError) {
      return { troubles: [{ offset: 0, message: TOO_DEEP }] };
    }
    throw error;
  }
}

const TOO_DEEP = "the values are nested too deeply here";

const inWords: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: "a second document begins here: a contract file is one document, so remove the line with `---`",
  TAB_AS_INDENT: "a tab cannot indent: write spaces",
};

function nameOf(key: unknown): string {
  return isNode(key) ? String((key as { readonly value?: unknown }).value) : String(key);
}

function offsetIn(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
