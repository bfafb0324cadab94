import type { TextDecoder } from "node:util";
import type { SaxesParser, SaxesTagNS } from "saxes";
import { decoderFor, headLength } from "./encoding";
import { FormatError } from "./file-problem";

/** A name with its namespace; `""` is none. */
export interface XmlName {
  readonly name: string;
  readonly namespace: string;
}

export interface XmlAttribute extends XmlName {
  readonly value: string;
}

export interface XmlTag extends XmlName {
  readonly attributes: readonly XmlAttribute[];
  /** Prefixes that this very element declares. */
  readonly declares: Readonly<Record<string, string>>;
  readonly line: number;
  readonly column: number;
}

export interface XmlHandlers {
  readonly open?: (tag: XmlTag) => void;
  readonly text?: (text: string) => void;
  readonly close?: () => void;
}

/** What no document may exceed: far above what people write, far below what would fill the memory. */
export interface XmlLimits {
  readonly bytes: number;
  readonly depth: number;
  readonly elements: number;
}

export const xmlLimits: XmlLimits = { bytes: 128 * 1024 ** 2, depth: 250, elements: 1_000_000 };

/**
 * Reads XML as it comes. A DOCTYPE that only names a document elsewhere is passed over, as copies of the W3C's schemas
 * have one; nothing is fetched for it. One with declarations of its own is refused: nothing that the platform takes needs
 * them, and all that an entity can do is read other files, call other servers and grow without end.
 */
export class XmlReader {
  readonly #file: string;
  readonly #limits: XmlLimits;
  readonly #parser: SaxesParser<{ xmlns: true }>;
  #decoder: TextDecoder | undefined;
  #head: Uint8Array[] = [];
  #bytes = 0;
  #depth = 0;
  #elements = 0;
  #hasDoctype = false;
  #start = { line: 1, column: 0 };

  constructor(file: string, handlers: XmlHandlers, limits = xmlLimits) {
    this.#file = file;
    this.#limits = limits;
    // Loaded with the first document.
    const saxes = require("saxes") as typeof import("saxes");
    this.#parser = new saxes.SaxesParser({ xmlns: true });
    this.#listen(handlers);
  }

  write(chunk: Uint8Array): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#limits.bytes) {
      this.#refuse(`it is larger than the ${String(this.#limits.bytes)} bytes that are read of an XML document`);
    }
    if (this.#decoder !== undefined) {
      this.#parse(chunk, this.#decoder);
      return;
    }
    this.#head.push(chunk);
    if (this.#bytes >= headLength) {
      this.#begin();
    }
  }

  end(): void {
    this.#parse(undefined, this.#decoder ?? this.#begin());
    this.#parser.close();
  }

  #begin(): TextDecoder {
    const head = Buffer.concat(this.#head);
    this.#head = [];
    this.#decoder = decoderFor(head, this.#file);
    this.#parse(head, this.#decoder);
    return this.#decoder;
  }

  #parse(chunk: Uint8Array | undefined, decoder: TextDecoder): void {
    let text: string;
    try {
      text = decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      const { line } = this.#parser;
      const message = `it is not in the encoding ${decoder.encoding}, at or behind line ${String(line)}: save it as UTF-8`;
      throw new FormatError({ file: this.#file, line, message });
    }
    this.#parser.write(text);
  }

  #listen({ open, text, close }: XmlHandlers): void {
    const parser = this.#parser;
    parser.on("error", ({ message }) => {
      const what = withoutPlace(message);
      const why = this.#hasDoctype && what.includes("entity") ? `; ${elsewhere}` : "";
      this.#refuse(`it is not XML: ${what}${why}`);
    });
    parser.on("doctype", (doctype) => {
      if (declaresSomething(doctype)) {
        this.#refuse(
          "it has a DOCTYPE, which may declare entities and is not read: remove its declarations, from [ to ], or all of it",
        );
      }
      this.#hasDoctype = true;
    });
    parser.on("opentagstart", () => (this.#start = { line: parser.line, column: parser.column }));
    parser.on("opentag", (tag) => {
      this.#depth += 1;
      this.#elements += 1;
      if (this.#depth > this.#limits.depth) {
        this.#refuse(`its elements are nested more than ${String(this.#limits.depth)} deep`);
      }
      if (this.#elements > this.#limits.elements) {
        this.#refuse(`it has more than ${String(this.#limits.elements)} elements`);
      }
      open?.({ ...simpler(tag), ...this.#start });
    });
    parser.on("closetag", () => {
      this.#depth -= 1;
      close?.();
    });
    if (text !== undefined) {
      parser.on("text", text);
      parser.on("cdata", text);
    }
  }

  #refuse(message: string): never {
    const { line, column } = this.#parser;
    throw new FormatError({ file: this.#file, line, column, message });
  }
}

const elsewhere = "what its DOCTYPE names elsewhere is not read, so write the character itself";

/** Whether a DOCTYPE has anything between its brackets but white space and comments. */
function declaresSomething(doctype: string): boolean {
  const [, inside] = /^(?:[^"'[]|"[^"]*"|'[^']*')*\[([^]*)\]\s*$/.exec(doctype) ?? [];
  return inside === undefined
    ? doctype.replace(/"[^"]*"|'[^']*'/g, "").includes("[")
    : !/^(?:\s|<!--(?:[^-]|-[^-])*-->)*$/.test(inside);
}

function simpler({ local, uri, attributes, ns }: SaxesTagNS): Omit<XmlTag, "line" | "column"> {
  return {
    name: local,
    namespace: uri,
    attributes: Object.values(attributes)
      .filter(({ prefix, name }) => prefix !== "xmlns" && name !== "xmlns")
      .map((attribute) => ({ name: attribute.local, namespace: attribute.uri, value: attribute.value })),
    declares: ns,
  };
}

/** The library puts line and column first. */
function withoutPlace(message: string): string {
  return message.replace(/^\d+:\d+: /, "").replace(/\.$/, "");
}

/** The first element of a document of which only the beginning is at hand; undefined where that is no XML. */
export function rootOf(head: Uint8Array): XmlName | undefined {
  let root: XmlName | undefined;
  const found = new Error("found");
  const reader = new XmlReader("", {
    open: (tag) => {
      root = tag;
      throw found;
    },
  });
  try {
    reader.write(head);
    reader.end();
  } catch (error) {
    if (error !== found && !(error instanceof FormatError)) {
      throw error;
    }
  }
  return root;
}
