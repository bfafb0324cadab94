import fs from "node:fs";
import path from "node:path";
import { isMap, parse, parseDocument, type Document } from "yaml";

/** What a person decides about the foreign platform (test/foreign/contract/decisions.yaml). */
interface Decisions {
  readonly chosen: Readonly<Record<string, string>>;
  readonly decided: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

function decisions(): Decisions {
  const file = path.join(__dirname, "..", "foreign", "contract", "decisions.yaml");
  return parse(fs.readFileSync(file, "utf8"), { merge: true }) as Decisions;
}

/** Writes into a pulled file which of the candidates are right. The next pull binds them. */
export function choose(file: string): void {
  edit(file, (document) => {
    for (const [key, chosen] of Object.entries(decisions().chosen)) {
      document.setIn(["operations", key], { chosen });
    }
  });
}

/** Writes into a pulled file what no document tells, and confirms every operation that is bound. */
export function decide(file: string): void {
  edit(file, (document) => {
    for (const [key, parts] of Object.entries(decisions().decided)) {
      for (const [name, part] of Object.entries(parts)) {
        decideOne(document, ["operations", key, name], part);
      }
    }
    const { operations } = document.toJS() as { readonly operations: Readonly<Record<string, object>> };
    for (const [key, binding] of Object.entries(operations)) {
      if ("path" in binding || "foundIn" in binding) {
        document.setIn(["operations", key, "confirmed"], true);
      }
    }
  });
}

/** A map gets the lines; a line for an object replaces those within it. */
function decideOne(document: Document, place: readonly string[], part: unknown): void {
  const before: unknown = document.getIn(place);
  if (part === null) {
    document.deleteIn(place);
  } else if (typeof part !== "object" || !isMap(before)) {
    document.setIn(place, part);
  } else {
    for (const [name, line] of Object.entries(part)) {
      const lines = before.items.map(({ key }) => String(key));
      lines.filter((it) => it.startsWith(`${name}.`)).forEach((it) => document.deleteIn([...place, it]));
      document.setIn([...place, name], line);
    }
  }
}

function edit(file: string, change: (document: Document) => void): void {
  const document = parseDocument(fs.readFileSync(file, "utf8"));
  change(document);
  fs.writeFileSync(file, document.toString());
}
