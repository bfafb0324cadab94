import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Kind } from "../../../provider/kinds";
import { check } from "../../../provider/lifecycle/check";
import { create } from "../../../provider/lifecycle/create";
import { remove } from "../../../provider/lifecycle/delete";
import { diff } from "../../../provider/lifecycle/diff";
import { Journal, type Holding } from "../../../provider/lifecycle/remembering/journal";
import type { Context } from "../../../provider/lifecycle/context";
import { inputsOf, processWith, thingKind, ThingServer, type MemoryJournal } from "./thing";

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "journal-beside-"));
  jest.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
  jest.restoreAllMocks();
});

const fileOf = (stack = "dev", project = "project") => path.join(folder, project, `${stack}.jsonl`);
const journalOf = (stack?: string, project?: string) => new Journal(fileOf(stack, project), () => "http://here");
const linesOf = () => fs.readFileSync(fileOf(), "utf8").trim().split("\n");
const holding = (name: string, birth?: string): Omit<Holding, "home"> => ({
  kind: "Thing",
  origin: `dev/${name}`,
  id: name,
  ...(birth === undefined ? {} : { birth }),
});

describe("a preview that runs beside an update", () => {
  it("does not overwrite lines that the update wrote after the preview read the journal", async () => {
    const preview = journalOf();
    expect(preview.holdingOf("dev/1", "Thing")).toBeUndefined();
    await journalOf().hold(holding("1", "second"));
    await preview.see(holding("1", "first"));
    expect(journalOf().isTakenOver("dev/1", "Thing", "1", "first")).toBe(true);
  });

  it("does not cancel a deletion that the update has begun meanwhile", async () => {
    const deletion = { kind: "Thing", origin: "dev/1", id: "1" };
    await journalOf().recordDeletion(deletion);
    const preview = journalOf();
    expect(preview.isInDoubt("dev/1", "Thing", "1")).toBe(true);
    await journalOf().record({ ...holding("1", "second"), key: "1", absentBefore: true });
    await preview.forgetDeletion("dev/1", "Thing");
    expect(journalOf().entryOf("dev/1", "Thing")?.birth).toBe("second");
  });

  it("writes a line that nobody has overtaken", async () => {
    await journalOf().hold(holding("1", "first"));
    await journalOf().see(holding("1", "second"));
    expect(journalOf().holdingOf("dev/1", "Thing")?.birth).toBe("second");
  });

  it("lets an update repeat a line that only the preview wrote", async () => {
    const update = journalOf();
    const seen = update.see(holding("1", "first"));
    await journalOf().hold(holding("1", "of a preview"));
    await seen;
    await update.hold(holding("1", "first"));
    expect(journalOf().holdingOf("dev/1", "Thing")?.birth).toBe("first");
  });

  it("keeps the object of a forced replacement that was killed before the old copy went", async () => {
    const server = new ThingServer();
    const kind: Kind = thingKind(server);
    const processOf = (journal = journalOf()): Context => processWith(kind, journal as unknown as MemoryJournal);
    const declared = inputsOf({ name: "A", adopt: "ifExists" });
    const former = await create(kind, declared, processOf());
    // As a stack of an earlier release, of which there is no journal.
    fs.rmSync(fileOf());

    const previewed = journalOf();
    const preview = processOf(previewed);
    await check(kind, declared, declared, preview);
    expect(previewed.holdings()).toEqual([]);
    await create(kind, declared, processOf());
    await diff(kind, former.id, former.outs, declared, preview);
    await previewed.writeWhatWasSeen();

    await remove(kind, former.id, former.outs, processOf());
    expect([...server.things.values()].map(({ name }) => name)).toEqual(["A"]);
  });
});

describe("the lines about the state that a run has seen", () => {
  const names = Array.from({ length: 1000 }, (_, index) => String(index));

  it("are one write for a thousand resources, and none once the journal has them", async () => {
    const opened = jest.spyOn(fs.promises, "open");
    const journal = journalOf();
    await Promise.all(names.map((name) => journal.see(holding(name, "first"))));
    expect(opened).toHaveBeenCalledTimes(1);
    expect(linesOf()).toHaveLength(1000);

    const next = journalOf();
    await Promise.all(names.map((name) => next.see(holding(name, "first"))));
    expect(opened).toHaveBeenCalledTimes(1);
  });

  it("are one line for each resource, even if the line settles a creation", async () => {
    await journalOf().record({ ...holding("1", "first"), key: "1", absentBefore: true });
    const journal = journalOf();
    await Promise.all([
      journal.settle("dev/1", "Thing", "1", "first"),
      journal.see({ ...holding("1", "first"), goes: true }),
    ]);
    expect(linesOf()).toHaveLength(2);
    expect(journalOf().holdingOf("dev/1", "Thing")?.goes).toBe(true);
  });

  it("are written before each creation or deletion, and when the process ends", async () => {
    const journal = journalOf();
    void journal.see(holding("1"));
    await journal.record({ ...holding("2"), key: "2", absentBefore: true });
    expect(linesOf()).toHaveLength(2);
    void journal.see(holding("3"));
    journal.end();
    expect(journalOf().holdings()).toHaveLength(3);
  });
});

describe("the file of a journal", () => {
  it("keeps lines after one that another process left torn meanwhile", async () => {
    const journal = journalOf();
    await journal.hold(holding("1"));
    fs.appendFileSync(fileOf(), '{"has":{"kind":"Th');
    await journal.hold(holding("2"));
    expect(journalOf().holdings()).toHaveLength(2);
  });

  it("may contain lines that only a later release knows", async () => {
    await journalOf().hold(holding("1"));
    fs.appendFileSync(fileOf(), 'null\n7\n{"moved":{"kind":"Thing"}}\n');
    expect(journalOf().holdings()).toHaveLength(1);
  });

  const long = "x".repeat(2000);
  const age = () => {
    const before = new Date(Date.now() - 60_000);
    fs.utimesSync(fileOf(), before, before);
  };

  it("is rewritten when most of it is settled, with the lines that a killed run wrote since the reading", async () => {
    const first = journalOf();
    for (let run = 0; run < 200; run++) {
      await first.hold({ ...holding("1", `${run} ${long}`) });
    }
    const update = journalOf();
    expect(update.holdings()).toHaveLength(1);
    await journalOf().hold(holding("2"));
    age();
    await update.record({ ...holding("3"), key: "3", absentBefore: true });
    expect(linesOf()).toHaveLength(3);
    expect(
      journalOf()
        .holdings()
        .map(({ id }) => id),
    ).toEqual(["1", "2", "3"]);
  });

  it("is left alone while little of it is settled, however large it is", async () => {
    const first = journalOf();
    await Promise.all(Array.from({ length: 200 }, (_, index) => first.hold(holding(`${index}`, long))));
    age();
    const rename = jest.spyOn(fs, "renameSync");
    await journalOf().record({ ...holding("new"), key: "new", absentBefore: true });
    expect(rename).not.toHaveBeenCalled();
  });

  it("forgets the oldest deletions, which pile up if names never return", async () => {
    const first = journalOf();
    const deletions = Array.from({ length: 3000 }, (_, index) => `${index} ${long.slice(0, 100)}`);
    await Promise.all(
      deletions.map((name) => first.recordDeletion({ kind: "Thing", origin: `dev/${name}`, id: name })),
    );
    age();
    await journalOf().record({ ...holding("new"), key: "new", absentBefore: true });
    expect(linesOf()).toHaveLength(1001);
    const last = deletions[2999] ?? "";
    expect(journalOf().isInDoubt(`dev/${last}`, "Thing", last)).toBe(true);
  });
});

describe("two stacks of one folder", () => {
  it("see which objects the other one has on the same server", async () => {
    await journalOf("prod").hold(holding("1"));
    await journalOf("dev", "another").hold(holding("2"));
    const elsewhere = new Journal(fileOf("other"), () => "http://elsewhere");
    await elsewhere.hold(holding("3"));
    await journalOf("dev").hold(holding("4"));
    const journal = journalOf("dev");
    expect(["1", "2", "3", "4"].map((id) => journal.isHeldBeside("Thing", id))).toEqual([true, true, false, false]);
  });
});
