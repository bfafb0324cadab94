import type { Client } from "../client";
import { kinds, type Kind } from "../kinds";
import type { Context } from "../lifecycle/context";
import { ObjectCache } from "../lifecycle/objects/object-cache";
import { SaidOnce } from "../lifecycle/process/said-once";
import { Program } from "../lifecycle/program/program";

/**
 * What the lifecycle's `read` acts on, for whoever only looks. There is no journal, so nothing is written to the disk.
 * Time stands still: a list that was read once holds for the whole look.
 */
export function lookingContext(client: Client): Context {
  const began = client.now();
  const caches = new Map<string, ObjectCache>();
  return {
    client: () => client,
    objects: (kind) => {
      const known =
        caches.get(kind.name) ??
        new ObjectCache(
          kind,
          () => client,
          () => began,
        );
      caches.set(kind.name, known);
      return known;
    },
    kindNamed: (name) => {
      const found = kindCalled(name);
      if (found === undefined) {
        throw new Error(`There is no kind ${name}`);
      }
      return found;
    },
    journal: () => undefined,
    today: client.today,
    unique: () => "",
    sleep: () => Promise.resolve(),
    oneAtATime: (_object, work) => work(),
    program: new Program(),
    said: new SaidOnce(),
  };
}

export function kindCalled(name: string): Kind | undefined {
  return kinds.find((kind) => kind.name === name);
}
