import type { Decision, Handover } from "../../kinds";
import { isUnknown, UNKNOWN } from "../values/unknown";

/** Which resource decides which fact (docs/decisions.md#one-fact-one-owner). */
export class Decisions {
  readonly #bySubject = new Map<string, Map<string, Decision>>();
  readonly #subjectsOf = new Map<string, Set<string>>();

  add(decision: Decision, origin: string): void {
    const { subject } = decision;
    const known = this.#bySubject.get(subject) ?? new Map<string, Decision>();
    this.#bySubject.set(subject, known.set(origin, decision));
    this.#subjectsOf.set(origin, (this.#subjectsOf.get(origin) ?? new Set()).add(subject));
  }

  /** Forgets all former decisions of a resource. */
  forget(origin: string): void {
    for (const subject of this.#subjectsOf.get(origin) ?? []) {
      this.#bySubject.get(subject)?.delete(origin);
    }
    this.#subjectsOf.delete(origin);
  }

  /** Returns the decision of another resource that contradicts this one. */
  contradictionOf(
    decision: Decision,
    origin: string,
  ): { readonly origin: string; readonly decision: Decision } | undefined {
    const found = [...(this.#bySubject.get(decision.subject) ?? [])].find(
      ([other, its]) => other !== origin && contradicts(decision, its),
    );
    return found === undefined ? undefined : { origin: found[0], decision: found[1] };
  }

  /** Whether another resource decides the whole subject, and says something about that point. */
  isDecidedBesides(origin: string, { subject, point = "", says }: Handover): boolean {
    const isSaid = ({ points }: Decision): boolean =>
      point === "" || (says === undefined ? points?.[point] !== undefined : points?.[point] === says);
    return [...(this.#bySubject.get(subject) ?? [])].some(
      ([other, its]) => other !== origin && its.isWhole && isSaid(its),
    );
  }
}

function contradicts(one: Decision, other: Decision): boolean {
  const [whole, part] = one.isWhole ? [one, other] : [other, one];
  return whole.isWhole && (part.isWhole || pointsMissing(whole, part).length > 0);
}

/** Returns the points of the part that the whole lacks. A point of the whole that is not known yet may be any point. */
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
