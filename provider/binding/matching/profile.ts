import type { ApiOperation } from "../documents";
import { commonSteps, shapeOf, type Step } from "./path-shape";
import type { Weighed, Weights } from "./weights";
import { actions } from "./vocabulary";
import { fieldWordsOf, wordsOf } from "./words";

/** What is compared of an operation, worked out once. */
export interface Profile {
  readonly operation: ApiOperation;
  readonly id: Weighed;
  readonly topic: Weighed;
  readonly summary: Weighed;
  readonly steps: readonly Step[];
  /** What its id and the end of its path say that it is about. */
  readonly subject: Weighed;
  /** Things that it or its path names. */
  readonly things: readonly string[];
  /** What it is about, whose name may stand before its fields: `organization_id`. */
  readonly context: readonly string[];
}

export function profilesOf(operations: readonly ApiOperation[], weights: Weights): readonly Profile[] {
  const byDocument = new Map<string, string[]>();
  for (const { document, path } of operations) {
    byDocument.set(document, [...(byDocument.get(document) ?? []), path]);
  }
  const common = new Map([...byDocument].map(([document, paths]) => [document, commonSteps(paths)]));
  return operations.map((operation) => profileOf(operation, weights, common.get(operation.document)));
}

function profileOf(operation: ApiOperation, weights: Weights, common: ReadonlySet<string> | undefined): Profile {
  const { tags, document, summary, path } = operation;
  const steps = shapeOf(path, common);
  const named = steps.filter(({ text }) => text !== "{}");
  const idWords = wordsOf(idIn(operation));
  return {
    operation,
    id: weights.weigh(idWords),
    topic: weights.weigh([...tags, document].flatMap(wordsOf)),
    summary: weights.weigh(wordsOf(summary)),
    steps,
    subject: weights.weigh([...idWords, ...(named.at(-1)?.words ?? [])]),
    things: [
      ...new Set([...idWords, ...steps.filter(({ weight }) => weight === 1).flatMap(({ words }) => words)]),
    ].filter((word) => !actions.has(word)),
    context: contextOf(operation),
  };
}

/** Profiles by each thing that they name: whoever shares none of them need not be compared. */
export class ProfileIndex {
  private readonly byThing = new Map<string, Profile[]>();

  constructor(profiles: readonly Profile[]) {
    for (const profile of profiles) {
      for (const thing of profile.things) {
        const list = this.byThing.get(thing);
        if (list === undefined) {
          this.byThing.set(thing, [profile]);
        } else {
          list.push(profile);
        }
      }
    }
  }

  near({ things }: Profile): Iterable<Profile> {
    return new Set(things.flatMap((thing) => this.byThing.get(thing) ?? []));
  }
}

/** An operation without an id of its own goes by its path, which is compared by itself. */
function idIn({ id, method, path }: ApiOperation): string {
  return id === `${method} ${path}` ? "" : id;
}

/** Words of what an operation is about. */
export function contextOf({ tags, path }: ApiOperation): readonly string[] {
  const steps = path.split("/").filter((step) => step !== "" && !step.startsWith("{"));
  return [...new Set([...tags, ...steps.slice(-2)].flatMap(fieldWordsOf))].filter((word) => word !== "id");
}

/** All words that operations of this contract are told apart by. */
export function usesOf(operations: readonly ApiOperation[]): readonly (readonly string[])[] {
  return operations.map(({ id, path, summary }) => [...wordsOf(id), ...wordsOf(path), ...wordsOf(summary)]);
}
