import type { Decision, Kind, Values } from "../kinds";
import { isPlainObject, splitInputs } from "../lifecycle/values/inputs";
import { isOneFile } from "./comparing";
import { keyOf } from "./key";
import type { StateResource } from "./state";

/** What the resources of a state declare, for the question whether somebody declared an object. */
export class DeclaredObjects {
  readonly #keys = new Set<string>();
  /** The same, with the kind in place of its family. */
  readonly #own = new Set<string>();
  /** Decisions about a whole subject, such as all members of an organisation. */
  readonly #wholes = new Map<string, Decision[]>();
  /** What holds files, and of which the files are declared. */
  readonly #withFiles = new Set<string>();

  constructor(resources: readonly StateResource[]) {
    for (const resource of resources) {
      const { kind, id, inputs } = resource.open();
      const { declared } = splitInputs(kind, inputs);
      this.#keys.add(keyOf(kind, id));
      this.#own.add(`${kind.name} ${id}`);
      for (const decision of decisionsOf(kind, declared, id)) {
        this.#wholes.set(decision.subject, [...(this.#wholes.get(decision.subject) ?? []), decision]);
      }
      if (
        Object.entries(kind.inputs).some(([name, { files }]) => files !== undefined && isPlainObject(declared[name]))
      ) {
        this.#withFiles.add(keyOf(kind, id));
      }
      const holder = isOneFile(kind) ? kind.standing.within?.(declared, id) : undefined;
      if (holder !== undefined) {
        this.#withFiles.add(`${holder.family} ${holder.id}`);
      }
    }
  }

  /** Whether a resource has the object, or decides about it together with others. */
  has(kind: Kind, id: string, values: Values): boolean {
    return this.#keys.has(keyOf(kind, id)) || this.#isDecided(kind, id, values);
  }

  /** Whether a resource of this kind has the object. */
  hasAs({ name }: Kind, id: string): boolean {
    return this.#own.has(`${name} ${id}`);
  }

  /** Whether files of the holder are declared. Otherwise all of its files belong to others. */
  declaresFilesIn(holder: string): boolean {
    return this.#withFiles.has(holder);
  }

  /** A whole list also decides about those whom it does not name. It says nothing of what is only offered. */
  #isDecided(kind: Kind, id: string, values: Values): boolean {
    const isOffered = kind.standing.access === "offered";
    return (kind.handsOver?.(values, id) ?? []).some(({ subject, point }) =>
      (this.#wholes.get(subject) ?? []).some(
        ({ points = {} }) => !isOffered || point === undefined || Object.hasOwn(points, point),
      ),
    );
  }
}

function decisionsOf(kind: Kind, declared: Values, id: string): readonly Decision[] {
  return (kind.decides?.(declared, id) ?? []).filter(({ isWhole }) => isWhole);
}
