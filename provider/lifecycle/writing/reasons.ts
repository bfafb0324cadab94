import type { Kind, Live, Values } from "../../kinds";
import type { Program } from "../program/program";

/** The fields that only the state keeps, and whose change is a reason to do the work of the object again. */
function reasonFields({ inputs }: Kind): readonly string[] {
  const revisions = Object.values(inputs).flatMap(({ revisionIn }) => revisionIn ?? []);
  return Object.keys(inputs).filter(
    (name) => inputs[name]?.mark === "local" && (inputs[name].triggers === true || revisions.includes(name)),
  );
}

/** The values without the reasons. What an interrupted run did, it may have done for other reasons than those of now. */
export function withoutReasons(kind: Kind, values: Values): Values {
  const reasons = reasonFields(kind);
  return Object.fromEntries(Object.entries(values).filter(([name]) => !reasons.includes(name)));
}

/**
 * An object that is taken over counts as done for the reasons of now: nobody knows others. It does not if this run
 * changes what the work depends on.
 */
export function takenOverWithReasons(kind: Kind, { id, values }: Live, declared: Values, program: Program): Live {
  const known = reasonFields(kind).filter(
    (name) => declared[name] !== undefined && !isChanging(kind, name, declared, program),
  );
  return { id, values: { ...values, ...Object.fromEntries(known.map((name) => [name, declared[name]])) } };
}

/** Whether the field says what an object is that this run changes. */
function isChanging({ inputs }: Kind, field: string, declared: Values, program: Program): boolean {
  return Object.entries(inputs).some(([name, { revisionIn, refersTo = [] }]) => {
    const id = declared[name];
    return revisionIn === field && typeof id === "string" && [refersTo].flat().some((it) => program.changes(it, id));
  });
}
