import fs from "node:fs";
import path from "node:path";

/** What a page tells its reader to do. */
export type Step = { readonly type: "run"; readonly commands: string } | Saved;

interface Saved {
  readonly type: "save";
  readonly file: string;
  readonly text: string;
}

/** A page of docs/, as somebody follows it: the steps of each section, in order. */
export class Guide {
  readonly #sections: ReadonlyMap<string, readonly Step[]>;
  readonly #taken = new Set<string>();

  constructor(page: string) {
    const text = fs.readFileSync(path.resolve(__dirname, "..", "..", "..", "docs", page), "utf8");
    const sections = text.split(/^## /m).slice(1);
    this.#sections = new Map(
      sections.map((section) => [section.slice(0, section.indexOf("\n")), stepsIn(section)] as const),
    );
  }

  /** The steps of a section, which are taken by that. */
  section(heading: string): readonly Step[] {
    this.#taken.add(heading);
    const steps = this.#sections.get(heading);
    if (steps === undefined) {
      throw new Error(`The page has no section ${heading}`);
    }
    return steps;
  }

  /** Sections with steps that nobody took: a page is followed as a whole. */
  get untaken(): string[] {
    return [...this.#sections]
      .filter(([name, steps]) => steps.length > 0 && !this.#taken.has(name))
      .map(([name]) => name);
  }
}

const block = /(?:Save this as `([^`]+)`:\n\n)?^```(\w+)\n(.*?)^```$/gms;

function stepsIn(section: string): Step[] {
  return [...section.matchAll(block)].flatMap(([, file, language, text = ""]): Step[] => {
    if (file !== undefined) {
      return [{ type: "save", file, text }];
    }
    return language === "bash" ? [{ type: "run", commands: text }] : [];
  });
}
