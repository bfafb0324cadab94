import type { ApiOperation } from "../documents";
import { commonSteps, shapeOf, type PathStep } from "./path-shape";
import type { Weighed, Weights } from "./weights";
import { actions, aspects, things } from "./vocabulary";
import { fieldWordsOf, wordsOf } from "./words";

/** What is compared of an operation, worked out once. */
export interface Profile {
  readonly operation: ApiOperation;
  readonly id: Weighed;
  readonly tags: Weighed;
  /** Words of the name of its document. */
  readonly document: Weighed;
  readonly summary: Weighed;
  readonly steps: readonly PathStep[];
  /** What its id and the end of its path say that it is about. */
  readonly subject: Weighed;
  /** All words of its id and its path. */
  readonly about: ReadonlySet<string>;
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

function profileOf(operation: ApiOperation, weights: Weights, common: number | undefined): Profile {
  const { tags, document, summary, path } = operation;
  const steps = shapeOf(path, common);
  const named = steps.filter(({ text }) => text !== "{}");
  const idWords = idWordsOf(operation);
  return {
    operation,
    id: weights.weigh(idWords),
    tags: weights.weigh(tags.flatMap(wordsOf)),
    document: weights.weigh(wordsOf(document)),
    summary: weights.weigh(wordsOf(summary)),
    steps,
    subject: weights.weigh([...idWords, ...(named.at(-1)?.words ?? [])]),
    about: new Set([...idWords, ...steps.flatMap(({ words }) => words)]),
    things: [
      ...new Set([
        ...idWords.filter((word) => !actions.has(word)),
        ...steps.filter(({ weight }) => weight === 1).flatMap(({ words }) => words),
      ]),
    ],
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

/**
 * The words of an id, less those that the method says already.
 * An operation without an id of its own goes by its path, which is compared by itself.
 */
function idWordsOf({ id, method, path }: ApiOperation): readonly string[] {
  const words = id === `${method} ${path}` ? [] : wordsOf(id);
  const others = words.filter((word) => word !== "get" && word !== "list");
  return method === "GET" && others.length > 0 ? others : words;
}

/** Words of what an operation is about. */
export function contextOf({ tags, path }: ApiOperation): readonly string[] {
  const steps = path.split("/").filter((step) => step !== "" && !step.startsWith("{"));
  return [...new Set([...tags, ...steps.slice(-2)].flatMap(fieldWordsOf))].filter(
    (word) => word !== "id" && (!aspects.has(word) || things.has(word)),
  );
}

/** All words that operations of this contract are told apart by. */
export function usesOf(operations: readonly ApiOperation[]): readonly (readonly string[])[] {
  return operations.map(({ id, path, summary }) => [id, path, summary].flatMap(wordsOf));
}
