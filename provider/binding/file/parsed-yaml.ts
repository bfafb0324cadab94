import { LineCounter, isMap, isNode, isPair, isScalar, parseDocument, type Document } from "yaml";
import type { z } from "zod";

type Path = readonly PropertyKey[];

/** A YAML text that knows the line and column of each of its values. */
export class ParsedYaml {
  readonly value: unknown;
  /** What is wrong with the text as YAML. */
  readonly problems: readonly string[];
  readonly #document: Document;
  readonly #lines = new LineCounter();

  constructor(
    readonly file: string,
    text: string,
  ) {
    this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false });
    this.problems = this.#document.errors.map(({ pos: [offset], message }) => `${this.#placeOf(offset)}: ${message}`);
    this.value = this.problems.length === 0 ? this.#read() : undefined;
  }

  /** A message with the place of the value, or of the nearest one around it. */
  at(path: Path, message: string): string {
    return `${this.#placeOf(this.#offsetOf(path))}: ${message}`;
  }

  /** What a schema says, one line for each key that it does not know. */
  issue(issue: z.core.$ZodIssue): readonly string[] {
    const { path } = issue;
    const name = inWords(path);
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => this.at([...path, key], `\`${inWords([...path, key])}\` is not known`));
    }
    if (issue.code === "invalid_union") {
      const nearest = issue.errors.flat().filter((inner) => inner.path.length > 0);
      return nearest.length > 0
        ? nearest.flatMap((inner) => this.issue({ ...inner, path: [...path, ...inner.path] }))
        : [this.at(path, `\`${name}\` has a form that is not known`)];
    }
    return [this.at(path, `\`${name}\`: ${lowered(issue.message)}`)];
  }

  #read(): unknown {
    return this.#document.toJS({ maxAliasCount: 100 }) as unknown;
  }

  #placeOf(offset: number): string {
    const { line, col } = this.#lines.linePos(offset);
    return `${this.file}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
  }

  #offsetOf(path: Path): number {
    let node: unknown = this.#document.contents;
    let offset = offsetIn(node) ?? 0;
    for (const step of path) {
      const key = isMap(node)
        ? node.items.find((pair) => isScalar(pair.key) && pair.key.value === step)?.key
        : undefined;
      const inside: unknown =
        isMap(node) || isNode(node)
          ? (node as { get?: (key: unknown, keep: true) => unknown }).get?.(step, true)
          : undefined;
      offset = offsetIn(key) ?? offsetIn(inside) ?? offset;
      if (inside === undefined) {
        return offset;
      }
      node = isPair(inside) ? inside.value : inside;
    }
    return offset;
  }
}

function offsetIn(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

function inWords(path: Path): string {
  return path.length === 0 ? "the file" : path.map(String).join(".");
}

function lowered(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
