import { z } from "zod";
import { readQuery } from "./checking";
import { Fault } from "./fault";

const pageQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});

/** One page of a list, counted from 1. */
export function numberedPage<Item>(query: unknown, items: readonly Item[]) {
  const { page, size } = readQuery(pageQuery, query);
  return {
    content: items.slice((page - 1) * size, page * size),
    page: { number: page, size, total_elements: items.length, total_pages: Math.ceil(items.length / size) },
  };
}

const cursorQuery = z.object({
  cursor: z.string().default(""),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

const cursorOf = (sequence: number): string => Buffer.from(`after:${sequence}`).toString("base64url");

function sequenceOf(cursor: string): number {
  const [, digits] = /^after:(\d+)$/.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (digits === undefined) {
    throw new Fault(400, "A parameter of the address cannot be read.", [
      { attribute: "cursor", problem: "was not handed out by this server" },
    ]);
  }
  return Number(digits);
}

/** The items after the cursor. Items that go or come meanwhile shift nothing. */
export function cursorPage<Item extends { sequence: number }>(query: unknown, items: readonly Item[]) {
  const { cursor, limit } = readQuery(cursorQuery, query);
  const after = cursor === "" ? 0 : sequenceOf(cursor);
  const rest = items.filter(({ sequence }) => sequence > after);
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown, next_cursor: rest.length > limit && last !== undefined ? cursorOf(last.sequence) : null };
}
