import { HaleconnectError, type ErrorDetails } from "../../errors";
import type { Decision, Kind } from "../../kinds";
import { isReference } from "../objects/absence";
import { belongsToAnother, declaredTwice } from "../objects/existing";
import type { Inputs } from "../values/inputs";
import { quotedName } from "../values/origin";
import { isKeyKnown } from "../values/unknown";
import type { Program } from "./program";

/** The refusals of a second owner (docs/decisions.md#one-fact-one-owner). They read the program and record nothing. */

/** Refuses a decision that contradicts one of another resource. A kind may decide more once the id is known. */
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
 * Refuses an object that another resource of the program has. A resource that only the state has, as in a refresh, is
 * not refused: the program may have dropped it.
 */
export function refuseSecondHolder(kind: Kind, id: string, inputs: Inputs, program: Program): void {
  const holder = program.declares(inputs) ? program.holderBesides(kind.name, id, inputs.origin) : undefined;
  if (holder !== undefined) {
    throw belongsToAnother(kind, id, inputs, holder);
  }
}

/** Refuses the key of another resource, whether or not its object exists already. */
export function refuseSecondDeclaration(kind: Kind, inputs: Inputs, isNew: boolean, program: Program): void {
  if (!isKeyKnown(kind, inputs.declared) || isReference(kind)) {
    return;
  }
  // Two existing objects stay two if this server tells the spellings of their keys apart.
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

/** If one resource decides the whole and the other a part: says what each declares for that part. */
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
      ? `${one} has ${point} as ${value}, but ${all}, which is the whole list, does not name it.`
      : `${one} has ${point} as ${value}, but ${all} has it as ${said[point]}.`,
  );
  return { why: lines.join(" "), remedy: `Declare the same in both: the whole list has to name every member.` };
}
