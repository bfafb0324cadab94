import type { Kind, Values } from "../../kinds";
import { meansTheSame } from "../../kinds/equality";
import type { Difference } from "./difference";
import type { Inputs } from "../values/inputs";

/** Returns the write-only fields: the server never returns their values, so they cannot be compared. */
export function writeOnlyFields({ inputs }: Kind): string[] {
  return Object.keys(inputs).filter((name) => inputs[name]?.mark === "writeOnly");
}

/** An existing object is sent a write-only value when it is first declared, and later when its version changes. */
export function firstDeclared(kind: Kind, declared: Values, declaredBefore: readonly string[]): Difference[] {
  // If no field was declared before, nothing is known of the past.
  return declaredBefore.length === 0
    ? []
    : writeOnlyFields(kind)
        .filter((name) => declared[name] !== undefined && !declaredBefore.includes(name))
        .map((name) => ({ path: [name], actual: undefined, declared: declared[name] }));
}

/**
 * Returns the inputs without write-only values that were not declared before: the failed update may not have sent them.
 */
export function withoutUnsent(kind: Kind, inputs: Inputs, declaredBefore: readonly string[]): Inputs {
  const unsent = writeOnlyFields(kind).filter((name) => !declaredBefore.includes(name));
  const sent = Object.entries(inputs.declared).filter(([name]) => !unsent.includes(name));
  return { ...inputs, declared: Object.fromEntries(sent) };
}

/**
 * Returns the versions of the write-only fields for an object that is adopted. Its present value belongs to somebody,
 * so only another version replaces it.
 */
export function versionsOfAdopted(kind: Kind, id: string, declared: Values): Values {
  const versions: Record<string, unknown> = {};
  for (const name of writeOnlyFields(kind).filter((it) => declared[it] !== undefined)) {
    const version = kind.inputs[name]?.versionedBy ?? "";
    versions[version] = declared[version];
    console.warn(`${kind.name} ${id} is adopted and keeps its own \`${name}\`. To replace it, change \`${version}\`.`);
  }
  return versions;
}

function isSameVersion({ inputs }: Kind, version: string, olds: Values, news: Values): boolean {
  const { type } = inputs[version] ?? {};
  return type === undefined || meansTheSame(type, olds[version], news[version]);
}

function isSentAnyway(kind: Kind, name: string, olds: Values, news: Values): boolean {
  const others = kind.inputs[name]?.sentWith ?? [];
  return others.some((other) => news[other] !== undefined && !isSameVersion(kind, other, olds, news));
}

/** Warns of a changed value that is not sent: without the warning the change would seem to be made. */
export function sayWhatIsNotSent(kind: Kind, olds: Values, news: Values): void {
  for (const name of writeOnlyFields(kind)) {
    const version = kind.inputs[name]?.versionedBy ?? "";
    const isChanged = olds[name] !== undefined && news[name] !== undefined && olds[name] !== news[name];
    if (isChanged && isSameVersion(kind, version, olds, news) && !isSentAnyway(kind, name, olds, news)) {
      console.warn(
        `\`${name}\` of ${kind.name} ${kind.identity.inWords(news)} has changed, but the provider does not send it. To send it, change \`${version}\` too.`,
      );
    }
  }
}
