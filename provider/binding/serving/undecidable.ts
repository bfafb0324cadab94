import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Bound } from "./choice";
import { bodyPlacements, fixedIn, placeInWords } from "./placement";
import { unwrapped } from "./typed";

/** Two operations that are bound to one of the server, and whose calls may look the same. */
export function mayLookTheSame(one: Bound, other: Bound): boolean {
  const [ours, theirs] = [bodyOf(one), bodyOf(other)];
  return (
    isDeepStrictEqual(fixedOf(one), fixedOf(other)) &&
    ours.needed.every((name) => theirs.taken.includes(name)) &&
    theirs.needed.every((name) => ours.taken.includes(name))
  );
}

function fixedOf({ binding }: Bound): Readonly<Record<string, unknown>> {
  return Object.fromEntries(fixedIn(binding).map(({ place, value }) => [placeInWords(place), value]));
}

interface Body {
  /** Names of the server that a call has. */
  readonly needed: readonly string[];
  /** Names that it may have. */
  readonly taken: readonly string[];
}

function bodyOf({ operation, binding }: Bound): Body {
  const placements = bodyPlacements(binding);
  const whole = placements.find(({ own }) => own.at.length === 0)?.server;
  if (whole?.part === "body") {
    return { needed: [whole.at.join(".")], taken: [whole.at.join(".")] };
  }
  const type = operation.body === undefined ? undefined : unwrapped(operation.body);
  const shape = type instanceof z.ZodObject ? (type.shape as Record<string, z.ZodType>) : {};
  const named = Object.entries(shape).map(([name, field]) => ({
    names: namesOf(name, placements),
    isNeeded: !field.safeParse(undefined).success,
  }));
  return {
    needed: named.filter(({ isNeeded }) => isNeeded).flatMap(({ names }) => names),
    taken: named.flatMap(({ names }) => names),
  };
}

/** What the server calls a field of the body, unless it takes it elsewhere or not at all. */
function namesOf(name: string, placements: ReturnType<typeof bodyPlacements>): readonly string[] {
  const own = placements.filter(({ own: { at } }) => at[0] === name);
  return own.length === 0
    ? [name]
    : own.flatMap(({ server }) => (server?.part === "body" ? [server.at.join(".")] : []));
}
