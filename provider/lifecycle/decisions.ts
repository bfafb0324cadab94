import { isDeepStrictEqual } from "node:util";
import { HaleconnectError, type ErrorDetails } from "../errors";
import { isHeld, type Decision, type Handover, type Kind, type Values } from "../kinds";
import type { Inputs } from "./inputs";
import type { Surroundings } from "./surroundings";
import { isUnknown, UNKNOWN } from "./unknown";

/** Which resources decide what, as far as this process has seen them: one fact, one owner (docs/decisions.md#one-fact-one-owner). */
export class Decisions {
  readonly #bySubject = new Map<string, Map<string, Decision>>();
  readonly #subjectsOf = new Map<string, Set<string>>();
  readonly #declared = new Map<string, Values>();

  /** What the program declares of a resource; what it declared before no longer counts. */
  declare(origin: string, declared: Values): void {
    this.#forget(origin);
    this.#declared.set(origin, plain(declared));
  }

  /** A refresh hands in what the state holds, which the program may no longer say: that decides nothing. */
  isDeclared(origin: string, declared: Values): boolean {
    return isDeepStrictEqual(this.#declared.get(origin), plain(declared));
  }

  /** The resource whose decision contradicts this one, if there is one. */
  add(decision: Decision, origin: string): string | undefined {
    const { subject } = decision;
    const known = this.#bySubject.get(subject) ?? new Map<string, Decision>();
    this.#bySubject.set(subject, known.set(origin, decision));
    this.#subjectsOf.set(origin, (this.#subjectsOf.get(origin) ?? new Set()).add(subject));
    return [...known].find(([other, its]) => other !== origin && contradicts(decision, its))?.[0];
  }

  /** Whether another resource decides all of it, and says something of that point. */
  isDecidedBesides(origin: string, { subject, point = "", says }: Handover): boolean {
    const isSaid = ({ points }: Decision): boolean =>
      point === "" || (says === undefined ? points?.[point] !== undefined : points?.[point] === says);
    return [...(this.#bySubject.get(subject) ?? [])].some(
      ([other, its]) => other !== origin && its.isWhole && isSaid(its),
    );
  }

  of(origin: string, subject: string): Decision | undefined {
    return this.#bySubject.get(subject)?.get(origin);
  }

  #forget(origin: string): void {
    for (const subject of this.#subjectsOf.get(origin) ?? []) {
      this.#bySubject.get(subject)?.delete(origin);
    }
    this.#subjectsOf.delete(origin);
  }
}

function contradicts(one: Decision, other: Decision): boolean {
  const [whole, part] = one.isWhole ? [one, other] : [other, one];
  return whole.isWhole && (part.isWhole || pointsMissing(whole, part).length > 0);
}

/** What the part says and the whole does not; a point of the whole that is not known yet may be any. */
function pointsMissing({ points: all = {} }: Decision, { points }: Decision): string[] {
  const mayBeAny = Object.keys(all).some((point) => point.includes(UNKNOWN));
  const isSaid = (point: string, value: string): boolean =>
    point in all ? all[point] === value || isUnknown(all[point]) || isUnknown(value) : mayBeAny;
  return points === undefined
    ? ["all"]
    : Object.entries(points)
        .filter(([point, value]) => !isSaid(point, value))
        .map(([point]) => point);
}

/**
 * What a check learns of a resource from the program. What is going to be made has no id yet, and is known by the name of
 * the resource; what may be adopted could have any.
 */
export function declare(
  kind: Kind,
  { declared, origin, policies }: Inputs,
  isNew: boolean,
  around: Surroundings,
): void {
  around.decisions.declare(origin, declared);
  const isMade = isNew && !isHeld(kind) && (policies.adopt ?? "never") === "never";
  refuseContradiction(kind, declared, origin, around, isMade ? nameIn(origin) : undefined);
}

/** Refuses what another resource decides already; with the id more of it is known. */
export function refuseContradiction(
  kind: Kind,
  declared: Values,
  origin: string,
  around: Surroundings,
  id?: string,
): void {
  const { decisions } = around;
  if (!decisions.isDeclared(origin, declared)) {
    return;
  }
  for (const decision of kind.decides?.(declared, id) ?? []) {
    const { subject } = decision;
    const other = subject.includes(UNKNOWN) ? undefined : decisions.add(decision, origin);
    if (other !== undefined) {
      throw new HaleconnectError("HC4007", {
        what: `Two resources decide ${subject}: ${nameIn(other)} and ${nameIn(origin)}`,
        ...inDetail([other, decisions.of(other, subject)], [origin, decision]),
      });
    }
  }
}

type Decided = readonly [origin: string, decision: Decision | undefined];

/** Where one says it of all and the other of some, what they say of these. */
function inDetail(...both: readonly [Decided, Decided]): Partial<ErrorDetails> {
  const whole = both.find(([, decision]) => decision?.isWhole === true);
  const part = both.find(([, decision]) => decision?.isWhole === false);
  const points = part?.[1]?.points;
  if (whole?.[1]?.points === undefined || points === undefined) {
    return {};
  }
  const [one, all] = [nameIn(part?.[0] ?? ""), nameIn(whole[0])];
  const said = whole[1].points;
  const lines = Object.entries(points).map(([point, value]) =>
    said[point] === undefined
      ? `${one} has ${point} as ${value}, and ${all}, which is the whole list, does not name it.`
      : `${one} has ${point} as ${value}, and ${all} as ${said[point]}.`,
  );
  return { why: lines.join(" "), remedy: `Say the same in both: the whole list names whoever is part of it.` };
}

/** Pulumi hands the same values to each call, but not always in the same order, nor with what is undefined. */
function plain(values: Values): Values {
  return JSON.parse(JSON.stringify(values)) as Values;
}

function nameIn(origin: string): string {
  return JSON.stringify(origin.slice(origin.indexOf("/") + 1));
}
