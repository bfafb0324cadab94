import { createHash, type Hash } from "node:crypto";
import { BrokenDocument } from "./broken-document";
import { documentLimits } from "./limits";

/** Characters that are hashed at once. */
const portion = 65_536;

/**
 * SHA-256 of a content with its keys in order.
 * This is the first walk through a document, so here it shows if aliases make it endless.
 */
export function digestOf(name: string, content: unknown, text: string): string {
  const { times, least, most } = documentLimits.expanded;
  const writing = new CanonicalWriting(name, Math.min(Math.max(times * text.length, least), most));
  writing.add(content, 0);
  return writing.end();
}

class CanonicalWriting {
  private readonly hash: Hash = createHash("sha256");
  private waiting = "";
  private total = 0;

  constructor(
    private readonly document: string,
    private readonly most: number,
  ) {}

  add(value: unknown, depth: number): void {
    if (depth > documentLimits.nesting) {
      throw new BrokenDocument(
        this.document,
        `it is nested more than ${documentLimits.nesting} levels deep, or a YAML alias in it contains itself; ` +
          "have it published with $ref instead",
      );
    }
    if (typeof value === "string") {
      this.put(JSON.stringify(value));
    } else if (Array.isArray(value)) {
      this.put("[");
      for (const item of value as unknown[]) {
        this.add(item, depth + 1);
        this.put(",");
      }
      this.put("]");
    } else if (typeof value === "object" && value !== null) {
      this.put("{");
      for (const key of Object.keys(value).sort()) {
        this.put(`${JSON.stringify(key)}:`);
        this.add((value as Record<string, unknown>)[key], depth + 1);
        this.put(",");
      }
      this.put("}");
    } else {
      this.put(String(value));
    }
  }

  end(): string {
    return this.hash.update(this.waiting).digest("hex");
  }

  private put(text: string): void {
    this.waiting += text;
    if (this.waiting.length > portion) {
      this.total += this.waiting.length;
      this.hash.update(this.waiting);
      this.waiting = "";
      if (this.total > this.most) {
        throw new BrokenDocument(
          this.document,
          `written out, its YAML aliases have more than ${this.most} characters; ` +
            "have it published without aliases, or as JSON",
        );
      }
    }
  }
}
