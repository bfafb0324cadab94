import { createHash } from "node:crypto";
import { BrokenDocument } from "./broken-document";
import { documentLimits } from "./limits";

/** Characters that are hashed at once. */
const portion = 65_536;

/**
 * SHA-256 of a content with its keys in order.
 * This is the first walk through a document, so here it shows if aliases make it endless.
 */
export function digestOf(name: string, content: unknown): string {
  const hash = createHash("sha256");
  let waiting: string[] = [];
  let length = 0;
  let total = 0;
  const put = (text: string) => {
    waiting.push(text);
    length += text.length;
    if (length > portion) {
      hash.update(waiting.join(""));
      total += length;
      waiting = [];
      length = 0;
      if (total > documentLimits.expanded) {
        const most = documentLimits.expanded / 1024 ** 2;
        throw new BrokenDocument(
          name,
          `its YAML aliases grow to more than ${most} million characters; have it published without aliases, or as JSON`,
        );
      }
    }
  };
  const walk = (value: unknown, depth: number): void => {
    if (depth > documentLimits.nesting) {
      throw new BrokenDocument(
        name,
        `it is nested more than ${documentLimits.nesting} levels deep, or a YAML alias in it contains itself; ` +
          "have it published with $ref instead",
      );
    }
    if (Array.isArray(value)) {
      put("[");
      for (const item of value as unknown[]) {
        walk(item, depth + 1);
        put(",");
      }
      put("]");
    } else if (typeof value === "object" && value !== null) {
      put("{");
      for (const key of Object.keys(value).sort()) {
        put(`${JSON.stringify(key)}:`);
        walk((value as Record<string, unknown>)[key], depth + 1);
        put(",");
      }
      put("}");
    } else {
      put(typeof value === "string" ? JSON.stringify(value) : String(value));
    }
  };
  walk(content, 0);
  return hash.update(waiting.join("")).digest("hex");
}
