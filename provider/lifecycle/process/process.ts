import { randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { atEnd, beginSummary, sharedClient, type ConfigSource } from "../../client";
import { kindNamed } from "../../kinds/by-name";
import { watchOwnEngine } from "./engine-watch";
import { Journal } from "../remembering/journal";
import { Program } from "../program/program";
import { ObjectCache } from "../objects/object-cache";
import type { Context } from "../context";
import { SaidOnce } from "./said-once";
import { leaveOutWhatTheEngineShows, warnWithout } from "./telling";
import { stackOf } from "../values/origin";
import { Veil } from "../values/veil";

/**
 * The state of the provider process: one client, one cache for each kind, one journal for each stack. It belongs to the
 * module, and Pulumi never serialises it (docs/decisions.md#one-client-per-process).
 */
let config: ConfigSource | undefined;

/**
 * Stores the stack's configuration. It waits for nothing, since other calls may run already
 * (docs/decisions.md#configuration-without-waiting).
 */
export function rememberConfig(given: ConfigSource): void {
  if (config === undefined) {
    leaveOutWhatTheEngineShows();
    warnWithout(everySecret);
    watchOwnEngine();
  }
  config ??= given;
  beginSummary(config);
}

/** The secrets of all resources seen so far: a text about one resource may show a secret of another. */
export const everySecret = Veil.ofMany();

const caches = new Map<string, ObjectCache>();
const journals = new Map<string, Journal>();
const queues = new Map<string, Promise<unknown>>();

export const context: Context = {
  client: () => sharedClient(config),
  objects: (kind) => {
    const known =
      caches.get(kind.name) ??
      new ObjectCache(
        kind,
        () => sharedClient(config),
        () => performance.now(),
      );
    caches.set(kind.name, known);
    return known;
  },
  journal: (origin) => {
    const stack = stackOf(origin);
    return stack === "" ? undefined : journalOf(stack);
  },
  kindNamed,
  program: new Program(),
  said: new SaidOnce(),
  today: Date.now,
  unique: randomUUID,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  oneAtATime: async (object, work) => {
    const before = queues.get(object) ?? Promise.resolve();
    const mine = before.then(work, work);
    queues.set(object, mine);
    try {
      return await mine;
    } finally {
      if (queues.get(object) === mine) {
        queues.delete(object);
      }
    }
  },
};

/** Returns the journal in `.haleconnect/journal/<project>/<stack>.jsonl` beside the program. */
function journalOf(stack: string): Journal {
  return journals.get(stack) ?? openJournal(stack);
}

function openJournal(stack: string): Journal {
  const project = process.env["PULUMI_PROJECT"] ?? process.env["PULUMI_NODEJS_PROJECT"] ?? "project";
  const folder = path.join(process.cwd(), ".haleconnect");
  const file = path.join(folder, "journal", project, `${stack}.jsonl`);
  const journal = new Journal(file, () => sharedClient(config).url);
  if (journals.size === 0) {
    atEnd(() => {
      journals.forEach((it) => {
        it.end();
      });
    });
  }
  journals.set(stack, journal);
  keepOutOfGit(folder);
  return journal;
}

function keepOutOfGit(folder: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, ".gitignore"), "*\n", { flag: "wx" });
  } catch {
    // The file exists already, or the folder cannot be written; the journal warns of that.
  }
}
