import { HaleconnectError, type ErrorDetails } from "../../errors";
import type { Decision, Kind } from "../../kinds";
import { belongsToAnother, declaredTwice } from "../objects/existing";
import type { Inputs } from "../values/inputs";
import { quotedName } from "../values/origin";
import { isKeyKnown } from "../values/unknown";
import type { Program } from "./program";

/** One fact, one owner: the refusals here look at the program and record nothing. */

/** Refuses what another resource decides already; with the id more of it is known. */
export function refuseContradiction(kind: Kind, inputs: Inputs, program: Program, id?: string): void {
  const found = program.contradictionOf(kind, inputs, id);
  if (found !== undefined) {
    const { subject, mine, other } = found;
    throw new HaleconnectError("HC4007", {
      what: `Two resources decide ${subject}: ${quotedName(other.origin)} and ${quotedName(inputs.origin)}`,
      ...inDetail(other, { origin: inputs.origin, decision: mine }),
    });
  }
}

/**
 * Refuses the object of another resource of the program. What only the state has, as in a refresh, is no resource of the
 * program: it may be about to go.
 */
export function refuseSecondHolder(kind: Kind, id: string, inputs: Inputs, program: Program): void {
  const holder = program.declares(inputs) ? program.holderBesides(kind.name, id, inputs.origin) : undefined;
  if (holder !== undefined) {
    throw belongsToAnother(kind, id, inputs, holder);
  }
}

/** Refuses the key of another resource, whether its object is there already or not. */
export function refuseSecondDeclaration(kind: Kind, inputs: Inputs, isNew: boolean, program: Program): void {
  if (!isKeyKnown(kind, inputs.declared)) {
    return;
  }
  // Two that are there already, in spellings that this server keeps apart, stay two.
  const other =
    program.alsoDeclaredBy(kind, inputs, "exact") ?? (isNew ? program.alsoDeclaredBy(kind, inputs, "any") : undefined);
  if (other !== undefined) {
    throw declaredTwice(kind, inputs, other);
  }
}

interface Decided {
  readonly origin: string;
  readonly decision: Decision;
}

/** Where one resource decides all and the other a part: what each says of that part. */
function inDetail(...both: readonly [Decided, Decided]): Partial<ErrorDetails> {
  const whole = both.find(({ decision }) => decision.isWhole);
  const part = both.find(({ decision }) => !decision.isWhole);
  const [said, points] = [whole?.decision.points, part?.decision.points];
  if (whole === undefined || part === undefined || said === undefined || points === undefined) {
    return {};
  }
  const [one, all] = [quotedName(part.origin), quotedName(whole.origin)];
  const lines = Object.entries(points).map(([point, value]) =>
    said[point] === undefined
      ? `${one} has ${point} as ${value}, and ${all}, which is the whole list, does not name it.`
      : `${one} has ${point} as ${value}, and ${all} as ${said[point]}.`,
  );
  return { why: lines.join(" "), remedy: `Say the same in both: the whole list names whoever is part of it.` };
}
