import { meansTheSame, type Kind, type Values } from "../../kinds";
import type { Difference } from "./difference";
import type { Inputs } from "../values/inputs";

/** What is only ever written: the server never gives it back, so that nothing can be compared with it. */
export function writeOnlyFields({ inputs }: Kind): string[] {
  return Object.keys(inputs).filter((name) => inputs[name]?.mark === "writeOnly");
}

/** An object that is there gets it when it is declared for the first time, and from then on when its version changes. */
export function firstDeclared(kind: Kind, declared: Values, declaredBefore: readonly string[]): Difference[] {
  // Without any field that was declared before nothing is known of the past.
  return declaredBefore.length === 0
    ? []
    : writeOnlyFields(kind)
        .filter((name) => declared[name] !== undefined && !declaredBefore.includes(name))
        .map((name) => ({ path: [name], actual: undefined, declared: declared[name] }));
}

/** The inputs as far as they were sent, when it is not known how far an update got. */
export function withoutUnsent(kind: Kind, inputs: Inputs, declaredBefore: readonly string[]): Inputs {
  const unsent = writeOnlyFields(kind).filter((name) => !declaredBefore.includes(name));
  const sent = Object.entries(inputs.declared).filter(([name]) => !unsent.includes(name));
  return { ...inputs, declared: Object.fromEntries(sent) };
}

/**
 * The versions of what is only ever written, for an object that is adopted: what is set of it is somebody's own, and is
 * replaced only when a version changes.
 */
export function versionsOfAdopted(kind: Kind, id: string, declared: Values): Values {
  const versions: Record<string, unknown> = {};
  for (const name of writeOnlyFields(kind).filter((it) => declared[it] !== undefined)) {
    const version = kind.inputs[name]?.versionedBy ?? "";
    versions[version] = declared[version];
    console.warn(
      `${kind.name} ${id} is adopted and keeps its own \`${name}\`. Another value of \`${version}\` replaces it.`,
    );
  }
  return versions;
}

function isSameVersion({ inputs }: Kind, version: string, olds: Values, news: Values): boolean {
  const { type } = inputs[version] ?? {};
  return type === undefined || meansTheSame(type, olds[version], news[version]);
}

/** A change that nothing is sent of would look as if it had been made. */
export function sayWhatIsNotSent(kind: Kind, olds: Values, news: Values): void {
  for (const name of writeOnlyFields(kind)) {
    const version = kind.inputs[name]?.versionedBy ?? "";
    const isChanged = olds[name] !== undefined && news[name] !== undefined && olds[name] !== news[name];
    if (isChanged && isSameVersion(kind, version, olds, news)) {
      console.warn(
        `\`${name}\` of ${kind.name} ${kind.identity.inWords(news)} is another one than before, and is not sent: give \`${version}\` another value to send it.`,
      );
    }
  }
}
